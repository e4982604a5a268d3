package ai.automagik.tracing.instrumentation.http.jetty.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.client.transport.HttpExchange;
import org.jspecify.annotations.Nullable;

/**
 * Before a piece of a request's body is sent, alone or behind the head. Once it has been sent, the
 * whole answer may have come before the client tells of it.
 */
final class BodyAdvice {
  private BodyAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(
      @Advice.Argument(0) HttpExchange exchange, @Advice.Argument(1) @Nullable ByteBuffer piece) {
    HttpCall call = Exchange.find(exchange.getConversation());
    if (call != null && piece != null && piece.hasRemaining()) {
      call.requestBytes(piece);
    }
  }
}
