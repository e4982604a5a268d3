package ai.automagik.tracing.instrumentation.reactive.advice;

import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around what an operator does on a scheduler's thread: the span of its subscription is current.
 * Who had it scheduled may be somebody else, such as the source that many subscribe to.
 */
final class OperatorRunAdvice {
  private OperatorRunAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.This Object operator) {
    return Subscriptions.resume(operator);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    if (entered instanceof Tracer.Interlude interlude) {
      interlude.close();
    }
  }
}
