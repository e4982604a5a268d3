package ai.automagik.tracing.instrumentation.http.apache4.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.Sending;
import net.bytebuddy.asm.Advice;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.jspecify.annotations.Nullable;

/**
 * Around the writing of a request's body to the connection: each time that it is written, the body
 * is seen from outside. The request is the client's copy, and has its entity back afterwards.
 */
final class EntityAdvice {
  private EntityAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.Argument(0) HttpEntityEnclosingRequest request) {
    HttpCall call = Sending.current();
    HttpEntity entity = call == null ? null : request.getEntity();
    if (call == null || entity == null) {
      return null;
    }
    RequestEntity watched = new RequestEntity(entity, call);
    request.setEntity(watched);
    return watched;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Argument(0) HttpEntityEnclosingRequest request) {
    if (entered instanceof RequestEntity watched) {
      request.setEntity(watched.entity());
    }
  }
}
