package ai.automagik.tracing.instrumentation.agents.adk.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.StreamedCall;
import ai.automagik.tracing.instrumentation.reactive.beside.TracedFlowable;
import com.google.adk.models.BaseLlm;
import com.google.adk.models.LlmRequest;
import com.google.adk.models.LlmResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a model. A stream of responses is pieces of text, each only a part, and at the end
 * the whole of it once more; calls of tools come whole.
 */
final class ModelCall extends StreamedCall {
  private final boolean streamed;
  private final Answer answer = new Answer();

  private ModelCall(ActiveSpan span, boolean streamed) {
    super(span);
    this.streamed = streamed;
  }

  /** Begins a call; null when it is part of one that is already traced. */
  static @Nullable ModelCall begin(BaseLlm model, LlmRequest request, boolean streamed) {
    ActiveSpan span = Tracer.start(Operation.CHAT);
    if (span == null) {
      return null;
    }
    ModelCall call = new ModelCall(span, streamed);
    boolean begun = false;
    try {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.REQUEST_STREAM, streamed ? true : null);
      span.set(Attribute.REQUEST_MODEL, request.model().orElse(model.model()));
      Requests.describe(span, request);
      begun = true;
    } finally {
      if (!begun) {
        call.left();
        call.completed();
      }
    }
    return call;
  }

  /** Begins the same call once more, because somebody subscribes again. */
  static @Nullable ModelCall again(BaseLlm model, LlmRequest request, boolean streamed) {
    ModelCall call = begin(model, request, streamed);
    if (call != null) {
      call.left();
    }
    return call;
  }

  /** The model has been called, and its thread goes on with something else. */
  void left() {
    Tracer.leave(span());
  }

  /** Nobody else can deliver the answer. */
  TracedFlowable deliveredBy(TracedFlowable responses) {
    stream().deliveredBy(responses);
    return responses;
  }

  @Override
  protected void add(Object value) {
    if (!(value instanceof LlmResponse response)) {
      return;
    }
    boolean part = response.partial().orElse(false);
    List<Message.Part> parts = answer.add(response, part);
    for (int i = 0; part && i < parts.size(); i++) {
      if (parts.get(i) instanceof Message.Text text) {
        stream().text(text.content());
      } else if (parts.get(i) instanceof Message.Reasoning reasoning) {
        stream().reasoning(reasoning.content());
      }
    }
  }

  @Override
  protected void describe() {
    answer.describeIn(span());
  }

  /** Who has got the only response does not wait until there are no more. */
  @Override
  public void cancelled() {
    if (!streamed && answer.whole()) {
      completed();
    } else {
      super.cancelled();
    }
  }
}
