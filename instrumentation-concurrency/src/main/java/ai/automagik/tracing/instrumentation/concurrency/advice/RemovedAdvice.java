package ai.automagik.tracing.instrumentation.concurrency.advice;

import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After tasks were taken out of a thread pool's queue: they will not run there. */
final class RemovedAdvice {
  private RemovedAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(
      @Advice.AllArguments Object[] arguments, @Advice.Return @Nullable Object result) {
    if (result instanceof List<?> removed) {
      removed.forEach(Tasks::withdraw);
    } else if (Boolean.TRUE.equals(result)) {
      Tasks.withdraw(arguments[0]);
    }
  }
}
