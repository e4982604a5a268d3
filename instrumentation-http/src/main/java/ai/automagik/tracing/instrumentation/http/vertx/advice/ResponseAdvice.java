package ai.automagik.tracing.instrumentation.http.vertx.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.net.SocketAddress;
import java.net.InetSocketAddress;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the news that a response has begun. */
final class ResponseAdvice {
  private ResponseAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This HttpClientRequest request, @Advice.Argument(1) HttpClientResponse response) {
    Exchange exchange = Exchange.find(request);
    if (exchange == null) {
      return null;
    }
    HttpCall call = exchange.call();
    // HTTP_1_1 or HTTP_2
    call.protocolVersion(response.version().name().substring(5).replace('_', '.'));
    SocketAddress server = request.connection().remoteAddress();
    if (server != null && server.hostAddress() != null) {
      call.connectedTo(new InetSocketAddress(server.hostAddress(), server.port()));
    }
    if (!call.responseBegins(response.statusCode(), name -> response.getHeader(name))) {
      Exchange.forget(request);
      return null;
    }
    call.deliveredBy(response);
    return call.callback();
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    Exchange.close(entered);
  }
}
