package ai.automagik.tracing.instrumentation.agents.semantickernel.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.SingleCall;
import com.microsoft.semantickernel.services.chatcompletion.ChatCompletionService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One question to a service that goes on asking its model until that wants no more functions. */
final class ToolLoop extends SingleCall {
  private ToolLoop(ActiveSpan span) {
    super(span);
  }

  /** Begins with a question; null where a prompt, or another service, has begun with it. */
  static @Nullable ToolLoop begin(ChatCompletionService service, @Nullable Object question) {
    ActiveSpan outer = Tracer.current(Operation.INVOKE_AGENT);
    if (outer != null && Framework.NAME.equals(outer.value(Attribute.FRAMEWORK))) {
      return null;
    }
    ActiveSpan span = Tracer.start(Operation.INVOKE_AGENT, service);
    if (span == null) {
      return null;
    }
    Tracer.leave(span);
    boolean begun = false;
    try {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.AGENT_NAME, service.getClass().getSimpleName());
      span.set(Attribute.INPUT_MESSAGES, Messages.asked(question));
      begun = true;
    } finally {
      if (!begun) {
        span.end(null);
      }
    }
    return new ToolLoop(span);
  }

  @Override
  protected void describe(Object value) {
    if (value instanceof List<?> messages) {
      span().set(Attribute.OUTPUT_MESSAGES, Messages.last(messages));
    }
  }
}
