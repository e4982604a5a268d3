package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import org.jspecify.annotations.Nullable;

/** The begin and the end of a call that returns what it has to say. Stateless. */
final class Leaf {
  private Leaf() {}

  /**
   * Begins the span of a call to a model.
   *
   * @return null when it is part of a call that is already traced
   */
  static @Nullable ActiveSpan begin(Operation operation, Object model) {
    ActiveSpan span = Tracer.start(operation);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      ModelIdentity.set(span, model);
    }
    return span;
  }

  /**
   * Leaves the span of a call, before anything is read.
   *
   * @param entered what the begin returned
   * @return the span, to be ended by the caller; null when there is none
   */
  static @Nullable ActiveSpan leave(@Nullable Object entered) {
    if (entered instanceof ActiveSpan span) {
      Tracer.leave(span);
      return span;
    }
    return null;
  }
}
