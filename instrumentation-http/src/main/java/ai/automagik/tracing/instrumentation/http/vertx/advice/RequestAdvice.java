package ai.automagik.tracing.instrumentation.http.vertx.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the promise of a request, which is there when a connection is. */
final class RequestAdvice {
  private RequestAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object client, @Advice.Argument(0) @Nullable RequestOptions options) {
    return options == null ? null : Exchange.begin(client, options);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable Future<HttpClientRequest> request,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof HttpCall call) {
      if (request == null) {
        call.ended(error);
      } else {
        Future<HttpClientRequest> unused = request.onComplete(new Connected(call, null));
      }
    }
  }
}
