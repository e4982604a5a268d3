package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.StreamOutcome;
import ai.automagik.tracing.core.trace.Tracer;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import org.jspecify.annotations.Nullable;

/** Begin and end of a streamed model call. Stateless. */
final class Streams {
  private Streams() {}

  /** Begins the span of a stream; whoever began the call waits for its end. */
  static @Nullable OpenStream start(Object model) {
    ActiveSpan span = Tracer.start(Operation.CHAT);
    if (span == null) {
      return null;
    }
    span.set(Attribute.FRAMEWORK, Framework.NAME);
    span.set(Attribute.PROVIDER_NAME, Providers.of(model));
    span.set(Attribute.REQUEST_STREAM, true);
    return OpenStream.of(span);
  }

  /** The same for a call that is described and delivered by nobody but its own arguments. */
  static @Nullable OpenStream start(
      Object model, @Nullable ChatRequest request, @Nullable Object handler) {
    OpenStream stream = start(model);
    if (stream == null || stream.call() == null) {
      return stream;
    }
    if (handler != null) {
      stream.deliveredBy(handler);
    }
    boolean described = false;
    try {
      if (request != null) {
        // Now, because the answer may be complete before the call returns.
        ChatAttributes.request(stream.call(), request, null);
      }
      described = true;
    } finally {
      if (!described) {
        Tracer.leave(stream.call());
        stream.breakOff(StreamOutcome.UNTRACKED);
      }
    }
    return stream;
  }

  /** The call that began a stream has returned. */
  static void returned(@Nullable Object entered, ChatRequest request, @Nullable Throwable error) {
    if (!(entered instanceof OpenStream stream) || stream.call() == null) {
      return;
    }
    ActiveSpan span = stream.call();
    Tracer.leave(span);
    try {
      if (!span.ended() && !span.has(Attribute.INPUT_MESSAGES)) {
        // Some version that does not tell its listeners.
        ChatAttributes.request(span, request, null);
      }
    } finally {
      begun(stream, error);
    }
  }

  /** The call that began a stream has returned or thrown, and nothing more is to be said of it. */
  static void begun(OpenStream stream, @Nullable Throwable error) {
    if (error == null) {
      if (!stream.delivered()) {
        stream.breakOff(StreamOutcome.UNTRACKED);
      }
    } else if (stream.claimEnd()) {
      stream.fail(error);
      stream.close();
    }
  }

  /**
   * The answer is complete. LangChain4j calls tools, and the model again, inside the callback that
   * says so: all of that belongs to the agent.
   */
  static OpenStream.@Nullable Callback complete(Object handler, @Nullable ChatResponse response) {
    OpenStream stream = OpenStream.find(handler);
    if (stream == null || !stream.claimEnd()) {
      return null;
    }
    boolean described = false;
    try {
      if (response != null && stream.call() != null) {
        ChatAttributes.response(stream.call(), response);
      }
      described = true;
    } finally {
      stream.complete();
      if (!described) {
        stream.close(); // there will be no callback to do it
      }
    }
    return stream.lastCallback();
  }

  /** The answer has failed. */
  static OpenStream.@Nullable Callback fail(Object handler, @Nullable Throwable error) {
    OpenStream stream = OpenStream.find(handler);
    if (stream == null || !stream.claimEnd()) {
      return null;
    }
    stream.fail(error);
    return stream.lastCallback();
  }

  /** A callback of the application has returned. */
  static void returned(@Nullable Object entered) {
    if (entered instanceof OpenStream.Callback callback) {
      callback.close();
    }
  }
}
