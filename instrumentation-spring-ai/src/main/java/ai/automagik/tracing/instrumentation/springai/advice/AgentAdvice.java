package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;

/** Around what a chat client does for one answer, its advisors included. */
final class AgentAdvice {
  private AgentAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object call, @Advice.Argument(0) @Nullable ChatClientRequest request) {
    return Agents.begin(call, request);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable ChatClientResponse response,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ActiveSpan agent) {
      Agents.end(agent, response == null ? null : response.chatResponse(), error);
    }
  }
}
