package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import org.jspecify.annotations.Nullable;

/** The begin and the end of what changes an embedding store. Stateless. */
final class Writes {
  private Writes() {}

  /** Begins a span; null inside a write that is already traced. */
  static @Nullable ActiveSpan begin(Operation operation, Object store) {
    ActiveSpan around = Tracer.current(operation);
    if (around != null) {
      Retrievals.nameAtLast(around, store);
      return null;
    }
    ActiveSpan span = Tracer.start(operation);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.DATA_SOURCE_ID, Names.unlessStandIn(store));
    }
    return span;
  }

  static void end(@Nullable Object entered, Object store, @Nullable Throwable error) {
    ActiveSpan span = Leaf.leave(entered);
    if (span != null) {
      Retrievals.nameAtLast(span, store);
      span.end(error);
    }
  }
}
