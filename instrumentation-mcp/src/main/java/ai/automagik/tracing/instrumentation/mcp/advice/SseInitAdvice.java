package ai.automagik.tracing.instrumentation.mcp.advice;

import java.net.URI;
import net.bytebuddy.asm.Advice;

/** After the making of a transport of the older kind, with one stream of events for all answers. */
final class SseInitAdvice {
  private SseInitAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(
      @Advice.This Object transport, @Advice.FieldValue("baseUri") URI server) {
    Transports.toServer(transport, server);
  }
}
