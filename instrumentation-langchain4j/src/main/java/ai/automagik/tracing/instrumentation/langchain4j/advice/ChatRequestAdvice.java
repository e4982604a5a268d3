package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.request.ChatRequest;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Before a model is asked: the request as the model gets it, with the model's defaults in it. */
final class ChatRequestAdvice {
  private ChatRequestAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(
      @Advice.Argument(0) ChatRequest request,
      @Advice.Argument(1) @Nullable ModelProvider provider) {
    ActiveSpan span = Tracer.current(Operation.CHAT);
    if (span != null) {
      ChatAttributes.request(span, request, provider);
    }
  }
}
