package ai.automagik.tracing.instrumentation.http.asynchttpclient.advice;

import io.netty.channel.Channel;
import net.bytebuddy.asm.Advice;
import org.asynchttpclient.netty.NettyResponseFuture;
import org.jspecify.annotations.Nullable;

/**
 * Before a request is written to a connection, for the first time or again. A body that is there as
 * a whole is part of it; one that a generator or a stream makes is not seen.
 */
final class WriteAdvice {
  private WriteAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(
      @Advice.Argument(0) NettyResponseFuture<?> future,
      @Advice.Argument(1) @Nullable Channel channel) {
    Exchange exchange = Exchange.find(future);
    if (exchange != null && channel != null && channel.isActive()) {
      exchange.call().requestBegins();
      Exchange.show(future.getNettyRequest().getHttpRequest(), exchange.call()::requestBytes);
    }
  }
}
