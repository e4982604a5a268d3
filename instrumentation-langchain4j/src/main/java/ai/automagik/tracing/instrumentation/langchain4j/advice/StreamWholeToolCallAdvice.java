package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.OpenStream;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the delivery of a whole tool call, which LangChain4j may begin to execute inside. */
final class StreamWholeToolCallAdvice {
  private StreamWholeToolCallAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object handler, @Advice.Argument(0) @Nullable CompleteToolCall whole) {
    OpenStream stream = OpenStream.find(handler);
    OpenStream.Callback callback = stream == null ? null : stream.callback();
    if (stream != null && callback != null && whole != null) {
      ToolExecutionRequest call = whole.toolExecutionRequest();
      stream.wholeToolCall(whole.index(), call.id(), call.name(), call.arguments());
    }
    return callback;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    Streams.returned(entered);
  }
}
