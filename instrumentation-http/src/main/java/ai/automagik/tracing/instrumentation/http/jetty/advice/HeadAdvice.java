package ai.automagik.tracing.instrumentation.http.jetty.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.client.Response;
import org.jspecify.annotations.Nullable;

/** Around the news that the head of a response has come. */
final class HeadAdvice {
  private static final int FIRST_FINAL_STATUS = 200;
  private static final int FIRST_REDIRECT_STATUS = 300;
  private static final int FIRST_ERROR_STATUS = 400;

  private HeadAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.Argument(0) Response response) {
    HttpCall call = Exchange.find(response);
    int status = response.getStatus();
    if (call == null
        || status < FIRST_FINAL_STATUS
        || (status >= FIRST_REDIRECT_STATUS && status < FIRST_ERROR_STATUS)) {
      return null;
    }
    // HTTP/1.1 or HTTP/2.0
    String version = response.getVersion().asString().substring(5);
    call.protocolVersion(version.equals("2.0") ? "2" : version);
    return call.responseBegins(status, name -> response.getHeaders().get(name))
        ? call.callback()
        : null;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    Exchange.close(entered);
  }
}
