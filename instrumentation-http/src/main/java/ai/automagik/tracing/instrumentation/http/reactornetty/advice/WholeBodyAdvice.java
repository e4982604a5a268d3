package ai.automagik.tracing.instrumentation.http.reactornetty.advice;

import io.netty.buffer.ByteBuf;
import net.bytebuddy.asm.Advice;

/** Before a request's body is sent that is there as a whole. */
final class WholeBodyAdvice {
  private WholeBodyAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(@Advice.This Object operations, @Advice.Argument(0) ByteBuf body) {
    Exchange exchange = Exchange.find(operations);
    if (exchange != null) {
      Exchange.show(body, exchange.call()::requestBytes);
    }
  }
}
