package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Embeddings, in the dialects of OpenAI, Ollama, Gemini and Cohere. The vectors are not kept. */
final class Embeddings implements Dialect {
  @Override
  public void request(JsonValue request, Facts facts) {
    facts.set(Attribute.REQUEST_MODEL, request.get("model").text());
    String format = request.get("encoding_format").text();
    List<String> formats = request.get("embedding_types").texts();
    facts.set(Attribute.REQUEST_ENCODING_FORMATS, format == null ? formats : List.of(format));
    facts.set(
        Attribute.EMBEDDINGS_DIMENSIONS,
        request.any("dimensions", "outputDimensionality", "output_dimension").integer());
  }

  @Override
  public Dialect.Answer answer() {
    return new Answer();
  }

  private static final class Answer implements Dialect.Answer {
    private JsonValue body = JsonValue.NOTHING;

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
      facts.set(Attribute.RESPONSE_ID, body.get("id").text());
      facts.set(Attribute.RESPONSE_MODEL, body.get("model").text());
      facts.set(Attribute.EMBEDDINGS_DIMENSIONS, dimensions());
      Long cohere = body.get("meta").get("billed_units").get("input_tokens").integer();
      Long others =
          body.get("usage").isObject()
              ? body.get("usage").any("prompt_tokens", "total_tokens").integer()
              : body.get("prompt_eval_count").integer();
      facts.set(Attribute.USAGE_INPUT_TOKENS, cohere == null ? others : cohere);
    }

    private @Nullable Long dimensions() {
      JsonValue openAi = body.get("data").first().get("embedding");
      if (openAi.text() != null) {
        return base64Floats(openAi.textOr(""));
      }
      JsonValue several = body.get("embeddings");
      JsonValue first = several.isObject() ? several.get("float").first() : several.first();
      for (JsonValue vector :
          List.of(
              openAi,
              first,
              first.get("values"),
              body.get("embedding"),
              body.get("embedding").get("values"))) {
        if (vector.isArray()) {
          return (long) vector.elements().size();
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
  }
}
