package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import dev.langchain4j.model.chat.request.ChatRequest;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the begin of a streamed model call in a model that overrides LangChain4j's way: the
 * application's handler stands for the call.
 */
final class OwnStreamingChatAdvice {
  private OwnStreamingChatAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.AllArguments Object[] arguments) {
    ActiveSpan span = Streams.start();
    Object handler = arguments[arguments.length - 1];
    if (span != null && handler != null) {
      OpenStreams.CHATS.put(handler, span);
    }
    return span;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Argument(0) ChatRequest request,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ActiveSpan span) {
      Streams.returned(span, request, error);
    }
  }
}
