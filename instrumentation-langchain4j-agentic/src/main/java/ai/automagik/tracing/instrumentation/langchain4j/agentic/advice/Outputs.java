package ai.automagik.tracing.instrumentation.langchain4j.agentic.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Values;
import dev.langchain4j.agentic.scope.ResultWithAgenticScope;
import dev.langchain4j.service.TokenStream;
import org.jspecify.annotations.Nullable;

/** What agents and workflows give back. Stateless. */
final class Outputs {
  private Outputs() {}

  /** Sets the output, unless it is only begun, or the text that the agent's model said last. */
  static void set(ActiveSpan span, @Nullable Object result) {
    Object output =
        result instanceof ResultWithAgenticScope<?> withScope ? withScope.result() : result;
    boolean said = output instanceof String && span.has(Attribute.OUTPUT_MESSAGES);
    if (!said && !(output instanceof TokenStream)) {
      span.set(Attribute.AGENT_OUTPUT, Values.attribute(output));
    }
  }
}
