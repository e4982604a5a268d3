package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Embeddings, in the dialects of OpenAI, Ollama, Gemini, Cohere, watsonx, DashScope and Titan. The
 * vectors are not kept, and neither are the texts.
 */
final class Embeddings implements Dialect {
  @Override
  public Operation operation() {
    return Operation.EMBEDDINGS;
  }

  @Override
  public void request(JsonValue request, Facts facts) {
    facts.set(Attribute.REQUEST_MODEL, request.any("model", "model_id").word());
    String format = request.get("encoding_format").text();
    List<String> formats = request.any("embedding_types", "embeddingTypes").texts();
    facts.set(Attribute.REQUEST_ENCODING_FORMATS, format == null ? formats : List.of(format));
    for (JsonValue settings :
        List.of(request.get("requests").first(), request.get("parameters"), request)) {
      facts.set(
          Attribute.EMBEDDINGS_DIMENSIONS,
          settings
              .any("dimensions", "outputDimensionality", "output_dimension", "dimension")
              .integer());
    }
  }

  @Override
  public Dialect.Answer answer(JsonValue request) {
    return new Answer();
  }

  private static final class Answer implements Dialect.Answer {
    private JsonValue body = JsonValue.NOTHING;
    private boolean complete = true;

    @Override
    public void body(Body whole) {
      complete = whole.complete();
      whole(whole.json());
    }

    @Override
    public void whole(JsonValue whole) {
      body = whole;
    }

    @Override
    public boolean chunk(String event, JsonValue data) {
      return false;
    }

    @Override
    public void finish(Facts facts) {
      facts.set(Attribute.RESPONSE_ID, body.any("id", "request_id").word());
      facts.set(Attribute.RESPONSE_MODEL, body.any("model", "model_id").word());
      List<JsonValue> vectors = vectors();
      if (!vectors.isEmpty()) {
        facts.set(Attribute.EMBEDDINGS_DIMENSIONS, dimensions(vectors.get(0)));
        facts.set(Attribute.EMBEDDINGS_COUNT, complete ? (Long) (long) vectors.size() : null);
      }
      facts.set(Attribute.USAGE_INPUT_TOKENS, tokens());
    }

    private List<JsonValue> vectors() {
      JsonValue output = body.get("output").isObject() ? body.get("output") : body;
      JsonValue several = output.any("data", "embeddings", "results", "predictions");
      if (several.isObject()) { // Cohere's: lists by the type of their numbers
        several = several.get(several.names().isEmpty() ? "" : several.names().get(0));
      }
      boolean single = !several.isArray() && !output.get("embedding").isNothing();
      return single ? List.of(output) : several.elements();
    }

    private static @Nullable Long dimensions(JsonValue element) {
      JsonValue vector = element.any("embedding", "embeddings");
      for (JsonValue numbers :
          List.of(
              element, element.get("values"), vector, vector.get("values"), vector.get("float"))) {
        if (numbers.isArray()) {
          return (long) numbers.elements().size();
        } else if (numbers.text() != null) {
          return base64Floats(numbers.textOr(""));
        }
      }
      return null;
    }

    private static @Nullable Long base64Floats(String text) {
      try {
        return Base64.getDecoder().decode(text).length / (long) Float.BYTES;
      } catch (IllegalArgumentException cutOff) {
        return null;
      }
    }

    private @Nullable Long tokens() {
      for (JsonValue count :
          List.of(
              body.get("meta").get("billed_units").get("input_tokens"),
              body.get("usage").any("prompt_tokens", "input_tokens", "total_tokens"),
              body.get("usageMetadata").get("promptTokenCount"),
              body.any("prompt_eval_count", "inputTextTokenCount", "input_token_count"))) {
        if (count.integer() != null) {
          return count.integer();
        }
      }
      long ofVertexAi = 0;
      for (JsonValue prediction : body.get("predictions").elements()) {
        ofVertexAi +=
            prediction.get("embeddings").get("statistics").get("token_count").integerOr(0);
      }
      return ofVertexAi > 0 ? (Long) ofVertexAi : null;
    }
  }
}
