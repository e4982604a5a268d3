package ai.automagik.tracing.instrumentation.agents.semantickernel.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.StreamedCall;
import com.microsoft.semantickernel.services.KernelContent;
import com.microsoft.semantickernel.services.chatcompletion.ChatCompletionService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a model by a service of the application's own: its answer comes whole or in pieces.
 */
final class ChatCall extends StreamedCall {

  private ChatCall(ActiveSpan span) {
    super(span);
  }

  /** Begins a call; null when it is part of one that is already traced. */
  static @Nullable ChatCall begin(ChatCompletionService service, @Nullable Object question) {
    ActiveSpan span = Tracer.start(Operation.CHAT);
    if (span == null) {
      return null;
    }
    Tracer.leave(span);
    ChatCall call = new ChatCall(span);
    boolean begun = false;
    try {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.REQUEST_MODEL, service.getModelId());
      span.set(Attribute.INPUT_MESSAGES, Messages.asked(question));
      begun = true;
    } finally {
      if (!begun) {
        call.completed();
      }
    }
    return call;
  }

  @Override
  protected void add(Object value) {
    if (value instanceof List<?> messages) {
      span().set(Attribute.OUTPUT_MESSAGES, Messages.last(messages));
    } else if (value instanceof KernelContent<?> piece) {
      stream().text(piece.getContent());
    }
  }
}
