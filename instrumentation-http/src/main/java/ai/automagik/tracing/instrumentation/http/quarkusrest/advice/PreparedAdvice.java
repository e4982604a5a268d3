package ai.automagik.tracing.instrumentation.http.quarkusrest.advice;

import net.bytebuddy.asm.Advice;

/** After a request was prepared, on the thread that makes it: remembers the current span. */
final class PreparedAdvice {
  private PreparedAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(@Advice.This Object request) {
    Requests.remember(request);
  }
}
