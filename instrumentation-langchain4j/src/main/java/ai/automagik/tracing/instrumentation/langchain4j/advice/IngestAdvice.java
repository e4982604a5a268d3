package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Around the way of documents into a store: one {@code ingest} span. */
final class IngestAdvice {
  private IngestAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(0) @Nullable List<?> documents,
      @Advice.FieldValue(value = "embeddingStore", typing = Assigner.Typing.DYNAMIC) Object store,
      @Advice.FieldValue(value = "documentSplitter", typing = Assigner.Typing.DYNAMIC)
          @Nullable Object splitter) {
    ActiveSpan span = Tracer.start(Operation.INGEST);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.DATA_SOURCE_ID, Names.of(store));
      span.set(Attribute.INGEST_SPLITTER, splitter == null ? null : Names.of(splitter));
      if (documents != null) {
        span.set(Attribute.INGEST_DOCUMENTS, documents.size());
      }
    }
    return span;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable error) {
    ActiveSpan span = Leaf.leave(entered);
    if (span != null) {
      span.end(error);
    }
  }
}
