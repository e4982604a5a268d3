package ai.automagik.tracing.instrumentation.langchain4j.mcp.advice;

import net.bytebuddy.asm.Advice;

/** After the making of a transport that starts its server. */
final class StdioInitAdvice {
  private StdioInitAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(@Advice.This Object transport) {
    Transports.toProcess(transport);
  }
}
