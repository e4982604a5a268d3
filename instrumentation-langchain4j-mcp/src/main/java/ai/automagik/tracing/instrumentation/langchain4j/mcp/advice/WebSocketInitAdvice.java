package ai.automagik.tracing.instrumentation.langchain4j.mcp.advice;

import net.bytebuddy.asm.Advice;

/** After the making of a transport over a web socket. */
final class WebSocketInitAdvice {
  private WebSocketInitAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(@Advice.This Object transport, @Advice.FieldValue("url") String url) {
    Transports.toServer(transport, url, null);
  }
}
