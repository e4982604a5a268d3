package ai.automagik.tracing.instrumentation.mcp.advice;

import net.bytebuddy.asm.Advice;

/** After the making of a client's transport that starts its server. */
final class StdioInitAdvice {
  private StdioInitAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(@Advice.This Object transport) {
    Transports.toProcess(transport);
  }
}
