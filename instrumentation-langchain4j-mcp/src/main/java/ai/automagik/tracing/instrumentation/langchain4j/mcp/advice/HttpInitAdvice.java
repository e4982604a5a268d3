package ai.automagik.tracing.instrumentation.langchain4j.mcp.advice;

import net.bytebuddy.asm.Advice;

/** After the making of a transport of the older kind, with one stream of events for all answers. */
final class HttpInitAdvice {
  private HttpInitAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(
      @Advice.This Object transport, @Advice.FieldValue("sseUrl") String url) {
    Transports.toServer(transport, url, null);
  }
}
