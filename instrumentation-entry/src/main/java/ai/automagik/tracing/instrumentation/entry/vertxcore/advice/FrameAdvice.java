package ai.automagik.tracing.instrumentation.entry.vertxcore.advice;

import io.vertx.core.http.ServerWebSocket;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around what an application does with a message of a web socket, or with a part of one, that
 * Vert.x hands to it. Clients have web sockets too; what these hear nobody asked for.
 */
final class FrameAdvice {
  private FrameAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.This Object socket) {
    return socket instanceof ServerWebSocket server ? SocketMessage.begin(server) : null;
  }

  @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    if (entered instanceof SocketMessage message) {
      message.leave();
    }
  }
}
