package ai.automagik.tracing.instrumentation.agents.springaialibaba.advice;

import com.alibaba.cloud.ai.graph.agent.interceptor.ToolCallResponse;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;

/** Around the execution of a tool that a model asked for. */
final class ToolAdvice {
  private ToolAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(0) AssistantMessage.@Nullable ToolCall call) {
    return call == null ? null : ToolRun.begin(call);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable ToolCallResponse response,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ToolRun run) {
      run.end(response, error);
    }
  }
}
