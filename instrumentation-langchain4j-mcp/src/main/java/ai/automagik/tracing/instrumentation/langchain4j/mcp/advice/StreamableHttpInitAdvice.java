package ai.automagik.tracing.instrumentation.langchain4j.mcp.advice;

import java.util.concurrent.atomic.AtomicReference;
import net.bytebuddy.asm.Advice;

/** After the making of a transport of the newer kind, with sessions. */
final class StreamableHttpInitAdvice {
  private StreamableHttpInitAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(
      @Advice.This Object transport,
      @Advice.FieldValue("url") String url,
      @Advice.FieldValue("mcpSessionId") AtomicReference<String> session) {
    Transports.toServer(transport, url, session);
  }
}
