package ai.automagik.tracing.instrumentation.entry.servlet.advice;

import ai.automagik.tracing.instrumentation.entry.ServedRequest;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around what a servlet does for one request; it may go on when the method has returned. */
final class JakartaServiceAdvice {
  private JakartaServiceAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(0) ServletRequest request, @Advice.Argument(1) ServletResponse response) {
    return request instanceof HttpServletRequest asked && response instanceof HttpServletResponse
        ? ServedRequest.begin(new JakartaRequest(asked))
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
      } else if (!JakartaAnswer.awaited(request, answer, served)) {
        served.end(answer.getStatus(), null);
      }
    }
  }
}
