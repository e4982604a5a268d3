package ai.automagik.tracing.instrumentation.http.vertx.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around what the client does with each piece of a response, when the application wants it. */
final class ChunkAdvice {
  private ChunkAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This HttpClientResponse response, @Advice.Argument(0) Buffer piece) {
    Exchange exchange = Exchange.find(response.request());
    if (exchange == null) {
      return null;
    }
    HttpCall call = exchange.call();
    call.responseBytes(ByteBuffer.wrap(piece.getBytes()));
    return call.callback();
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    Exchange.close(entered);
  }
}
