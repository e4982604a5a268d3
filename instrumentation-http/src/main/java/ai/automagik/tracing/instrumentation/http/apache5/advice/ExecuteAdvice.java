package ai.automagik.tracing.instrumentation.http.apache5.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.Sending;
import net.bytebuddy.asm.Advice;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** Around the method that every call of a classic client goes through, with all its attempts. */
final class ExecuteAdvice {
  private ExecuteAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(0) @Nullable HttpHost target,
      @Advice.Argument(1) ClassicHttpRequest request) {
    return Head.begin(target, request);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable ClassicHttpResponse response,
      @Advice.Thrown @Nullable Throwable error) {
    HttpCall call = entered instanceof Sending sending ? sending.end() : null;
    if (call == null) {
      return;
    }
    if (response == null) {
      call.ended(error);
      return;
    }
    if (!Head.responseBegins(call, response)) {
      return;
    }
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      call.ended(null);
    } else {
      response.setEntity(new ResponseEntity(entity, call));
    }
  }
}
