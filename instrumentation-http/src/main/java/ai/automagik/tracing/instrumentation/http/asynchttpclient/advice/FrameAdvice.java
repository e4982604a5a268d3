package ai.automagik.tracing.instrumentation.http.asynchttpclient.advice;

import io.netty.handler.codec.http2.Http2DataFrame;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around what the client does with a piece of a response's body, by HTTP/2. */
final class FrameAdvice {
  private FrameAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(0) Http2DataFrame piece, @Advice.Argument(2) Object future) {
    Exchange exchange = Exchange.find(future);
    return exchange == null ? null : exchange.receives(piece, piece.isEndStream());
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    Exchange.close(entered);
  }
}
