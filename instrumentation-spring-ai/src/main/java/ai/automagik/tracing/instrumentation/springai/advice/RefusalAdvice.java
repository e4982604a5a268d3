package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.api.Advisor;

/** Around the refusal of an advisor to pass a question on: a {@code guardrail} span. */
final class RefusalAdvice {
  private RefusalAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.This Advisor advisor) {
    ActiveSpan span = Tracer.start(Operation.GUARDRAIL);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.GUARDRAIL_KIND, "input");
      span.set(Attribute.GUARDRAIL_OUTCOME, "failure");
      Description.attempt(() -> span.set(Attribute.GUARDRAIL_NAME, advisor.getName()));
    }
    return span;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable ChatClientResponse response,
      @Advice.Thrown @Nullable Throwable error) {
    ActiveSpan span = Leaf.leave(entered);
    if (span != null) {
      try {
        if (response != null && response.chatResponse() != null) {
          span.set(
              Attribute.GUARDRAIL_MESSAGE,
              response.chatResponse().getResult().getOutput().getText());
        }
      } finally {
        span.end(error);
      }
    }
  }
}
