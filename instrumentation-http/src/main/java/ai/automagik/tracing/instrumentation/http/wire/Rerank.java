package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scoring of texts against a query, as Cohere, Jina, Voyage and watsonx have it. */
final class Rerank implements Dialect {
  @Override
  public Operation operation() {
    return Operation.RERANK;
  }

  @Override
  public void request(JsonValue request, Facts facts) {
    facts.set(Attribute.REQUEST_MODEL, request.any("model", "model_id").word());
    facts.set(Attribute.RETRIEVAL_QUERY, request.get("query").text());
    facts.set(Attribute.RETRIEVAL_TOP_K, request.any("top_n", "top_k").integer());
  }

  @Override
  public Dialect.Answer answer(JsonValue request) {
    return new Answer(request.any("documents", "texts", "inputs").elements());
  }

  private static final class Answer implements Dialect.Answer {
    private final List<JsonValue> documents;
    private JsonValue body = JsonValue.NOTHING;

    Answer(List<JsonValue> documents) {
      this.documents = documents;
    }

    @Override
    public void whole(JsonValue whole) {
      body = whole;
    }

    @Override
    public boolean chunk(String event, JsonValue data) {
      return false;
    }

    /** In the order in which they were given, as far as that is known. */
    @Override
    public void finish(Facts facts) {
      facts.set(Attribute.RESPONSE_ID, body.get("id").word());
      facts.set(Attribute.RESPONSE_MODEL, body.any("model", "model_id").word());
      facts.set(Attribute.USAGE_INPUT_TOKENS, tokens());
      JsonValue results = body.isArray() ? body : body.any("results", "data");
      Message.@Nullable Document[] given = new Message.Document[documents.size()];
      List<Message.Document> others = new ArrayList<>();
      for (JsonValue result : results.elements()) {
        long index = result.get("index").integerOr(-1);
        boolean known = index >= 0 && index < given.length;
        JsonValue document = known ? documents.get((int) index) : result.get("document");
        Message.Document scored =
            new Message.Document(
                null, result.any("relevance_score", "score").decimal(), text(document));
        if (known) {
          given[(int) index] = scored;
        } else {
          others.add(scored);
        }
      }
      List<Message.Document> found = new ArrayList<>(Arrays.asList(given));
      found.removeIf(document -> document == null);
      found.addAll(others);
      facts.set(
          Attribute.RETRIEVAL_DOCUMENTS, found.isEmpty() ? null : new Message.Documents(found));
    }

    private static @Nullable String text(JsonValue document) {
      return document.text() != null ? document.text() : document.get("text").text();
    }

    private @Nullable Long tokens() {
      JsonValue meta = body.get("meta");
      for (JsonValue count :
          List.of(
              meta.get("billed_units").get("input_tokens"),
              meta.get("tokens").get("input_tokens"),
              body.get("usage").any("prompt_tokens", "total_tokens"),
              body.get("input_token_count"))) {
        if (count.integer() != null) {
          return count.integer();
        }
      }
      return null;
    }
  }
}
