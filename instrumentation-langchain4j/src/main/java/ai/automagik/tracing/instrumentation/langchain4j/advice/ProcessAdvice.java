package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.query.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Around the middle of LangChain4j's own augmentor, on its thread: the queries are known,
 * retrievers are asked next.
 */
final class ProcessAdvice {
  private ProcessAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(0) Collection<Query> queries,
      @Advice.FieldValue(value = "queryTransformer", typing = Assigner.Typing.DYNAMIC)
          Object transformer,
      @Advice.FieldValue(value = "queryRouter", typing = Assigner.Typing.DYNAMIC) Object router,
      @Advice.FieldValue(value = "contentAggregator", typing = Assigner.Typing.DYNAMIC)
          Object aggregator) {
    ActiveSpan span = Tracer.current(Operation.RETRIEVAL);
    if (span == null) {
      return null;
    }
    span.set(Attribute.RAG_TRANSFORMER, Names.of(transformer));
    span.set(Attribute.RAG_ROUTER, Names.of(router));
    span.set(Attribute.RAG_AGGREGATOR, Names.of(aggregator));
    List<String> texts = new ArrayList<>(queries.size());
    for (Query query : queries) {
      texts.add(query.text());
    }
    boolean asAsked =
        texts.size() == 1 && texts.get(0).equals(span.value(Attribute.RETRIEVAL_QUERY));
    if (!asAsked) {
      span.set(Attribute.RAG_QUERIES, texts);
    }
    return texts.size() == 1 ? InlineRetrieval.begin(span) : null;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable Map<Query, Collection<List<Content>>> found,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof InlineRetrieval inline) {
      inline.end(found, error);
    }
  }
}
