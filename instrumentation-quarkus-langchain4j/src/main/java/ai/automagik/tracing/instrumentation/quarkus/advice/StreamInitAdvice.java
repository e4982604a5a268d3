package ai.automagik.tracing.instrumentation.quarkus.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;

/** After the making of an AI service's stream: the agent's span now waits for it. */
final class StreamInitAdvice {
  private StreamInitAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(@Advice.This Object stream) {
    ActiveSpan agent = Tracer.current(Operation.INVOKE_AGENT);
    if (agent != null) {
      OpenStreams.open(stream, agent);
    }
  }
}
