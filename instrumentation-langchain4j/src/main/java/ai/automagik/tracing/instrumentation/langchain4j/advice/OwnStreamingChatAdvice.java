package ai.automagik.tracing.instrumentation.langchain4j.advice;

import dev.langchain4j.model.chat.request.ChatRequest;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the begin of a streamed model call in a model that overrides LangChain4j's way: it tells
 * no listener what it is asked, and delivers to the application's own handler.
 */
final class OwnStreamingChatAdvice {
  private OwnStreamingChatAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object model,
      @Advice.Argument(0) @Nullable ChatRequest request,
      @Advice.AllArguments @Nullable Object[] arguments) {
    return Streams.start(model, request, arguments[arguments.length - 1]);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Argument(0) ChatRequest request,
      @Advice.Thrown @Nullable Throwable error) {
    Streams.returned(entered, request, error);
  }
}
