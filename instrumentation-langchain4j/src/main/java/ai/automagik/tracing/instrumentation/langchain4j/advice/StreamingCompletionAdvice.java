package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Around the begin of a streamed text completion. The application's handler stands for the call,
 * whose span ends with the stream.
 */
final class StreamingCompletionAdvice {
  private StreamingCompletionAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object model,
      @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) @Nullable Object prompt,
      @Advice.Argument(1) @Nullable Object handler) {
    ActiveSpan span = Leaf.begin(Operation.TEXT_COMPLETION, model);
    if (span == null) {
      return null;
    }
    span.set(Attribute.REQUEST_STREAM, true);
    span.set(Attribute.INPUT_MESSAGES, Inputs.of(prompt));
    OpenStream stream = OpenStream.of(span);
    if (handler != null) {
      stream.deliveredBy(handler);
    }
    return stream;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof OpenStream stream && stream.call() != null) {
      Tracer.leave(stream.call());
      Streams.begun(stream, error);
    }
  }
}
