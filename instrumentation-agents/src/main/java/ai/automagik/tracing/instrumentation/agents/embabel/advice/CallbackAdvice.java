package ai.automagik.tracing.instrumentation.agents.embabel.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around a tool that a model asked Spring AI for, as when its answer is streamed. */
final class CallbackAdvice {
  private CallbackAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.FieldValue("tool") @Nullable Object tool,
      @Advice.Argument(0) @Nullable String arguments) {
    return tool == null ? null : ToolRun.begin(tool, arguments);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable String told,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (entered instanceof ActiveSpan span) {
      ToolRun.end(span, told, thrown);
    }
  }
}
