package ai.automagik.tracing.instrumentation.springai.advice;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClientRequest;

/** Around what an advisor does before a question goes on: it looks for what belongs to it. */
final class AugmentAdvice {
  private AugmentAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object advisor, @Advice.Argument(0) @Nullable ChatClientRequest request) {
    String question = request == null ? null : request.prompt().getUserMessage().getText();
    return Retrievals.augmentation(advisor, question);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable error) {
    Retrievals.end(entered, null, error);
  }
}
