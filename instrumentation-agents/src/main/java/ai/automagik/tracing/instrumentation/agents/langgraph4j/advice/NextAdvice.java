package ai.automagik.tracing.instrumentation.agents.langgraph4j.advice;

import net.bytebuddy.asm.Advice;
import org.bsc.async.AsyncGenerator;
import org.jspecify.annotations.Nullable;

/** Around one step of a graph. */
final class NextAdvice {
  private NextAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.This Object generator) {
    return GraphRun.enter(generator);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return AsyncGenerator.@Nullable Data<?> step,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof GraphRun.Step taken) {
      taken.end(step, error);
    }
  }
}
