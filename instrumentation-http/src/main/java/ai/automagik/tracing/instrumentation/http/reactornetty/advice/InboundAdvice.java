package ai.automagik.tracing.instrumentation.http.reactornetty.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import io.netty.buffer.ByteBufHolder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around what the client does with each piece of a response, on the connection's event loop. A
 * response that redirects is followed by another attempt, and says nothing.
 */
final class InboundAdvice {
  private static final int FIRST_FINAL_STATUS = 200;

  private InboundAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object operations,
      @Advice.FieldValue("redirecting") @Nullable Object redirect,
      @Advice.Argument(1) Object piece) {
    Exchange exchange = Exchange.find(operations);
    if (exchange == null || redirect != null) {
      return null;
    }
    HttpCall call = exchange.call();
    if (piece instanceof HttpResponse head && head.decoderResult().isSuccess()) {
      int status = head.status().code();
      if (status >= FIRST_FINAL_STATUS && !exchange.answered()) {
        exchange.answers();
        if (!call.responseBegins(status, head.headers()::get)) {
          Exchange.forget(operations);
          return null;
        }
        call.deliveredBy(operations);
      }
    }
    if (!exchange.answered()) {
      return null;
    }
    if (piece instanceof ByteBufHolder content) {
      Exchange.show(content.content(), call::responseBytes);
    }
    return piece instanceof LastHttpContent last && last.decoderResult().isSuccess()
        ? call.ending(null)
        : call.callback();
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    Exchange.close(entered);
  }
}
