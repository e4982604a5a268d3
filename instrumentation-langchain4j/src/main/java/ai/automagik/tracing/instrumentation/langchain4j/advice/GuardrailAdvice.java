package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import dev.langchain4j.guardrail.Guardrail;
import dev.langchain4j.guardrail.GuardrailRequest;
import dev.langchain4j.guardrail.GuardrailResult;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around one guardrail's look at one text: a {@code guardrail} span with its verdict. Only a
 * guardrail that throws is an error; one that says no has done its work, and the error is the
 * agent's.
 */
final class GuardrailAdvice {
  private GuardrailAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(0) @Nullable GuardrailRequest<?> request,
      @Advice.Argument(1) @Nullable Guardrail<?, ?> guardrail) {
    ActiveSpan span = Tracer.start(Operation.GUARDRAIL);
    if (span != null && request != null && guardrail != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      Guardrails.begin(span, request, guardrail);
    }
    return span;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable GuardrailResult<?> result,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ActiveSpan span) {
      Tracer.leave(span);
      try {
        if (result != null) {
          Guardrails.verdict(span, result);
        }
      } finally {
        span.end(error);
      }
    }
  }
}
