package ai.automagik.tracing.instrumentation.http.vertx.advice;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Before a piece of a request is sent: the head, with or without some of the body, or the rest. */
final class BodyAdvice {
  private BodyAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(
      @Advice.This Object request, @Advice.Argument(0) @Nullable Object piece) {
    Exchange exchange = Exchange.find(request);
    if (exchange != null) {
      exchange.sends(piece);
    }
  }
}
