package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around a model call: one {@code chat} span for the outermost of the overloads and wrappers. */
final class ChatAdvice {
  private ChatAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.This Object model) {
    ActiveSpan span = Tracer.start(Operation.CHAT);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.PROVIDER_NAME, Providers.of(model));
    }
    return span;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Argument(0) ChatRequest request,
      @Advice.Return @Nullable ChatResponse response,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ActiveSpan span) {
      Tracer.leave(span);
      try {
        if (!span.has(Attribute.INPUT_MESSAGES)) {
          // A model that overrides chat itself does not tell its listeners.
          ChatAttributes.request(span, request, null);
        }
        if (response != null) {
          ChatAttributes.response(span, response);
        }
      } finally {
        span.end(error);
      }
    }
  }
}
