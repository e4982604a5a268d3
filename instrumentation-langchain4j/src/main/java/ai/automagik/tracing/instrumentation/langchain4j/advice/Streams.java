package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import dev.langchain4j.model.chat.request.ChatRequest;
import org.jspecify.annotations.Nullable;

/** What the ends of streams have in common. Stateless. */
final class Streams {
  private Streams() {}

  /** Begins the span of a stream; whoever began the call waits for its end. */
  static @Nullable ActiveSpan start() {
    ActiveSpan span = Tracer.start(Operation.CHAT);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.REQUEST_STREAM, true);
      ActiveSpan parent = span.parent();
      if (parent != null) {
        parent.streamOpened();
      }
    }
    return span;
  }

  /** The call that began a stream has returned. */
  static void returned(ActiveSpan span, ChatRequest request, @Nullable Throwable error) {
    Tracer.leave(span);
    try {
      if (!span.has(Attribute.INPUT_MESSAGES)) {
        // A model that overrides chat itself does not tell its listeners.
        ChatAttributes.request(span, request, null);
      }
    } finally {
      if (error != null) {
        failed(span, error);
      }
    }
  }

  private static void failed(ActiveSpan span, Throwable error) {
    boolean open = !span.ended();
    span.end(error);
    ActiveSpan parent = span.parent();
    if (open && parent != null && parent.streamClosed()) {
      parent.end(error);
    }
  }

  /**
   * LangChain4j calls tools, and the model again, inside the callback: all of that belongs to the
   * agent.
   */
  static Tracer.@Nullable Resumed resumeParent(ActiveSpan span) {
    ActiveSpan parent = span.parent();
    return parent == null ? null : Tracer.resume(parent);
  }

  /** The callback is over, and with it perhaps the agent. */
  static void callbackReturned(@Nullable Object entered) {
    if (entered instanceof Tracer.Resumed resumed) {
      resumed.close();
      if (resumed.span().streamClosed()) {
        resumed.span().end(null);
      }
    }
  }
}
