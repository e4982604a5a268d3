package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;

/** After the making of an AI service's stream: the agent's span now waits for it. */
final class TokenStreamInitAdvice {
  private TokenStreamInitAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(@Advice.This Object tokenStream) {
    ActiveSpan agent = Tracer.current(Operation.INVOKE_AGENT);
    if (agent != null) {
      OpenStream.promise(agent, tokenStream);
    }
  }
}
