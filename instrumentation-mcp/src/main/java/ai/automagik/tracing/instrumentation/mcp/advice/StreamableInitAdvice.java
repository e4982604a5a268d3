package ai.automagik.tracing.instrumentation.mcp.advice;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import net.bytebuddy.asm.Advice;

/** After the making of a transport of the newer kind, with sessions. */
final class StreamableInitAdvice {
  private StreamableInitAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(
      @Advice.This Object transport,
      @Advice.FieldValue("baseUri") URI server,
      @Advice.FieldValue("activeSession") AtomicReference<?> sessions) {
    Transports.toServer(transport, server, sessions);
  }
}
