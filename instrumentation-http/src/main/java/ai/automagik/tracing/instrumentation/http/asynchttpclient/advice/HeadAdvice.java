package ai.automagik.tracing.instrumentation.http.asynchttpclient.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetSocketAddress;
import net.bytebuddy.asm.Advice;

/**
 * After the client has looked whether a response is for itself, such as one that redirects: if it
 * is not, the application hears of it next.
 */
final class HeadAdvice {
  private static final int FIRST_FINAL_STATUS = 200;

  private HeadAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(
      @Advice.Argument(0) Channel channel,
      @Advice.Argument(1) Object future,
      @Advice.Argument(3) HttpResponse response,
      @Advice.Return boolean forClient) {
    Exchange exchange = forClient ? null : Exchange.find(future);
    int status = response.status().code();
    if (exchange == null || status < FIRST_FINAL_STATUS) {
      return;
    }
    HttpCall call = exchange.call();
    HttpVersion version = response.protocolVersion();
    call.protocolVersion(
        version.majorVersion() == 2 ? "2" : version.majorVersion() + "." + version.minorVersion());
    if (channel.remoteAddress() instanceof InetSocketAddress peer) {
      call.connectedTo(peer);
    }
    if (!call.responseBegins(status, response.headers()::get)) {
      Exchange unused = Exchange.forget(future);
    }
  }
}
