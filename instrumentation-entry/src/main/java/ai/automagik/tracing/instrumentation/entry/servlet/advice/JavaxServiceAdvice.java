package ai.automagik.tracing.instrumentation.entry.servlet.advice;

import ai.automagik.tracing.instrumentation.entry.ServedRequest;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around what a servlet does for one request; it may go on when the method has returned. */
final class JavaxServiceAdvice {
  private JavaxServiceAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(0) ServletRequest request, @Advice.Argument(1) ServletResponse response) {
    return request instanceof HttpServletRequest asked && response instanceof HttpServletResponse
        ? ServedRequest.begin(new JavaxRequest(asked))
        : null;
  }

  @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Argument(0) ServletRequest request,
      @Advice.Argument(1) ServletResponse response,
      @Advice.Thrown @Nullable Throwable failure) {
    if (entered instanceof ServedRequest served && response instanceof HttpServletResponse answer) {
      served.leave();
      if (failure != null) {
        served.end(0, failure); // what the container answers to that is still to come
      } else if (!JavaxAnswer.awaited(request, answer, served)) {
        served.end(answer.getStatus(), null);
      }
    }
  }
}
