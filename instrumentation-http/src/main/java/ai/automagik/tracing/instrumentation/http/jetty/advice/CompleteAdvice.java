package ai.automagik.tracing.instrumentation.http.jetty.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.client.Result;
import org.jspecify.annotations.Nullable;

/**
 * Around the news that a request is over, to each who listens. To the client's own handlers, of
 * redirects and refusals, it is not: they try again, or tell the others.
 */
final class CompleteAdvice {
  private CompleteAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(0) @Nullable Object listener, @Advice.Argument(1) Result result) {
    if (listener != null && listener.getClass().getName().contains("ProtocolHandler")) {
      return null;
    }
    HttpCall call = Exchange.forget(result.getRequest());
    return call == null ? null : call.ending(result.getFailure());
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    Exchange.close(entered);
  }
}
