package ai.automagik.tracing.instrumentation.http.asynchttpclient.advice;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around what the client does with a piece of a response's body, by HTTP/1.1. */
final class ChunkAdvice {
  private ChunkAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(0) HttpContent piece, @Advice.Argument(2) Object future) {
    Exchange exchange = Exchange.find(future);
    return exchange == null ? null : exchange.receives(piece, piece instanceof LastHttpContent);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    Exchange.close(entered);
  }
}
