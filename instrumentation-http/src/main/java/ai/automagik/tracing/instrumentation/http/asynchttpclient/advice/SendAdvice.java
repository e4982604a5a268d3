package ai.automagik.tracing.instrumentation.http.asynchttpclient.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.Sending;
import net.bytebuddy.asm.Advice;
import org.asynchttpclient.Request;
import org.asynchttpclient.uri.Uri;
import org.jspecify.annotations.Nullable;

/**
 * Around the sending of a request. What the client sends again, or elsewhere, has a future already,
 * and is the same call.
 */
final class SendAdvice {
  private SendAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(0) Request request, @Advice.Argument(2) @Nullable Object future) {
    Uri uri = request.getUri();
    return future != null
        ? null
        : Sending.begin(
            request.getMethod(),
            uri.getHost(),
            uri.getPort(),
            "https".equals(uri.getScheme()),
            uri.getPath(),
            uri.getQuery());
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable error) {
    HttpCall call = entered instanceof Sending sending ? sending.end() : null;
    if (call != null && error != null) {
      call.ended(error);
    }
  }
}
