package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.guardrail.Guardrail;
import dev.langchain4j.guardrail.GuardrailRequest;
import dev.langchain4j.guardrail.GuardrailResult;
import dev.langchain4j.guardrail.InputGuardrailRequest;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What guardrails are asked and what they say, as attributes. Stateless. */
final class Guardrails {
  private static final String OUTPUT = "output";
  private static final Message.Conversation NOTHING = new Message.Conversation(List.of());

  private Guardrails() {}

  static void begin(ActiveSpan span, GuardrailRequest<?> request, Guardrail<?, ?> guardrail) {
    span.set(Attribute.GUARDRAIL_NAME, name(guardrail.getClass()));
    boolean input = request instanceof InputGuardrailRequest;
    span.set(Attribute.GUARDRAIL_KIND, input ? "input" : OUTPUT);
    ActiveSpan agent = agentOf(span);
    if (request instanceof InputGuardrailRequest question
        && agent != null
        && !agent.has(Attribute.INPUT_MESSAGES)) {
      // What the agent was asked, before any guardrail changed it, or kept the model from seeing it
      agent.set(Attribute.INPUT_MESSAGES, Messages.of(List.of(question.userMessage())));
    }
  }

  /** An anonymous class has no simple name. */
  private static String name(Class<?> type) {
    String simpleName = type.getSimpleName();
    return simpleName.isEmpty()
        ? type.getName().substring(type.getName().lastIndexOf('.') + 1)
        : simpleName;
  }

  static void verdict(ActiveSpan span, GuardrailResult<?> result) {
    span.set(Attribute.GUARDRAIL_OUTCOME, outcome(result));
    if (result.isSuccess()) {
      if (result.hasRewrittenResult()) {
        rewritten(span, result.successfulText());
      }
      return;
    }
    output(span, NOTHING);
    List<? extends GuardrailResult.Failure> failures = result.failures();
    if (!failures.isEmpty()) {
      span.set(Attribute.GUARDRAIL_MESSAGE, failures.get(0).message());
    }
    if (result instanceof OutputGuardrailResult output && output.isReprompt()) {
      span.set(Attribute.GUARDRAIL_REPROMPT, output.getReprompt().orElse(null));
    }
  }

  private static String outcome(GuardrailResult<?> result) {
    if (result.isSuccess()) {
      return "success";
    } else if (result instanceof OutputGuardrailResult output && output.isReprompt()) {
      return "reprompt";
    } else if (result instanceof OutputGuardrailResult output && output.isRetry()) {
      return "retry";
    }
    return result.isFatal() ? "fatal" : "failure";
  }

  private static void rewritten(ActiveSpan span, @Nullable String text) {
    span.set(Attribute.GUARDRAIL_REWRITTEN_TEXT, text);
    if (text != null) {
      output(span, Messages.answer(AiMessage.from(text), null));
    }
  }

  /** What an output guardrail leaves of the last answer is what comes out of the agent. */
  private static void output(ActiveSpan span, Message.Conversation left) {
    ActiveSpan agent = agentOf(span);
    if (agent != null && OUTPUT.equals(span.value(Attribute.GUARDRAIL_KIND))) {
      agent.set(Attribute.OUTPUT_MESSAGES, left);
    }
  }

  private static @Nullable ActiveSpan agentOf(ActiveSpan span) {
    ActiveSpan parent = span.parent();
    return parent != null && parent.operation() == Operation.INVOKE_AGENT ? parent : null;
  }
}
