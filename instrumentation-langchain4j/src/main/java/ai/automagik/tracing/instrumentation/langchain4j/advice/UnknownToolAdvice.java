package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Around the decision what to do about a tool that does not exist: an {@code execute_tool} span
 * that failed, because the model asked for one.
 */
final class UnknownToolAdvice {
  private UnknownToolAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.Argument(0) ToolExecutionRequest request) {
    ActiveSpan span = Tools.start(request);
    return span == null ? null : span.set(Attribute.ERROR_TYPE, Tools.UNKNOWN);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ActiveSpan span) {
      Tools.end(span, result, error);
    }
  }
}
