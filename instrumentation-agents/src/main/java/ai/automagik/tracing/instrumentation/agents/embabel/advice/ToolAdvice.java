package ai.automagik.tracing.instrumentation.agents.embabel.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import kotlin.Pair;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Around a tool that a model asked the framework for. */
final class ToolAdvice {
  private ToolAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(0) @Nullable Object tool, @Advice.Argument(1) @Nullable Object asked) {
    return tool == null ? null : ToolRun.begin(tool, asked);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (entered instanceof ActiveSpan span) {
      ToolRun.end(span, result instanceof Pair<?, ?> told ? told.getFirst() : null, thrown);
    }
  }
}
