package ai.automagik.tracing.instrumentation.agents.adk.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.Beginning;
import ai.automagik.tracing.instrumentation.reactive.beside.TracedMaybe;
import com.google.adk.tools.BaseTool;
import com.google.adk.tools.ToolContext;
import io.reactivex.rxjava3.core.Maybe;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Around the call of a tool, which may do its work at once or when it is subscribed to. */
final class ToolAdvice {
  private ToolAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(0) BaseTool tool,
      @Advice.Argument(1) @Nullable Map<?, ?> arguments,
      @Advice.Argument(2) @Nullable ToolContext context) {
    return ToolRun.begin(tool, arguments, context);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ToolRun run) {
      run.left();
      if (result instanceof Maybe<?> maybe) {
        return new TracedMaybe(maybe, new Beginning(run, () -> null));
      }
      run.span().end(error);
    }
    return result;
  }
}
