package ai.automagik.tracing.instrumentation.http.okhttp.advice;

import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around an enqueued call and its callback, on a thread of the dispatcher. */
final class DispatchedAdvice {
  private DispatchedAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.This Object call) {
    return Tracer.resumeOnly(Dispatched.take(call));
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    if (entered instanceof Tracer.Interlude interlude) {
      interlude.close();
    }
  }
}
