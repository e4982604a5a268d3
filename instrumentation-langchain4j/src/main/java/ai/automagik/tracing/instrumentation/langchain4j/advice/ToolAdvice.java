package ai.automagik.tracing.instrumentation.langchain4j.advice;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Around the execution of a tool: one {@code execute_tool} span for the outermost of the methods
 * that pass it on. Some of those turn an exception into a text for the model, so the inner ones say
 * what was thrown.
 */
final class ToolAdvice {
  private ToolAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static Object onEnter(@Advice.Argument(0) ToolExecutionRequest request) {
    return Tools.enter(Tools.start(request));
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown @Nullable Throwable error) {
    Tools.leave(entered, result, error);
  }
}
