package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * InvokeModel of Amazon Bedrock, whole and streamed: the body is in the dialect of the model, and a
 * stream wraps each of its events once more. The model's id, which is in the address, says which
 * dialect; where it is only an alias, the body does.
 */
final class BedrockInvoke implements Dialect {
  static final List<String> HEADERS =
      List.of(
          "x-amzn-errortype",
          "x-amzn-bedrock-input-token-count",
          "x-amzn-bedrock-output-token-count");

  private static final Dialect ANTHROPIC = new AnthropicMessages();
  private static final Dialect CONVERSE = new BedrockConverse();
  private static final Dialect OPENAI = new OpenAiChat();
  private static final Dialect COHERE = new CohereChat();
  private static final Dialect COMPLETION = new TextCompletion();
  private static final Dialect IMAGES = new Images();
  private static final Dialect EMBEDDINGS = new Embeddings();
  private static final Dialect RERANK = new Rerank();

  private final @Nullable Dialect family;

  BedrockInvoke(@Nullable Dialect family) {
    this.family = family;
  }

  @Override
  public Operation operation() {
    return family == null ? Operation.CHAT : family.operation();
  }

  @Override
  public Dialect forModel(@Nullable String model) {
    return new BedrockInvoke(model == null ? null : family(model));
  }

  private static @Nullable Dialect family(String model) {
    if (model.contains("embed")) {
      return EMBEDDINGS;
    } else if (model.contains("rerank")) {
      return RERANK;
    } else if (has(model, "stability.", "amazon.titan-image", "amazon.nova-canvas")) {
      return IMAGES;
    } else if (model.contains("anthropic.")) {
      return ANTHROPIC;
    } else if (model.contains("amazon.nova")) {
      return CONVERSE;
    } else if (model.contains("cohere.command-r")) {
      return COHERE;
    } else if (has(
        model,
        "amazon.titan",
        "meta.llama",
        "mistral.mistral-7b",
        "mistral.mixtral",
        "-2402-v",
        "deepseek.r1",
        "cohere.command")) {
      return COMPLETION;
    }
    return has(model, "mistral.", "ai21.", "openai.", "deepseek.", "qwen.") ? OPENAI : null;
  }

  private static boolean has(String model, String... names) {
    for (String name : names) {
      if (model.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private Dialect of(JsonValue request) {
    if (family != null) {
      return family;
    } else if (request.get("anthropic_version").text() != null) {
      return ANTHROPIC;
    } else if (!request.any("inferenceConfig", "schemaVersion").isNothing()) {
      return CONVERSE;
    } else if (request.get("message").text() != null) {
      return COHERE;
    }
    return request.any("prompt", "inputText").isNothing() ? OPENAI : COMPLETION;
  }

  @Override
  public int requestBytes() {
    return family == null ? CapturedBody.MAX_HEAD_BYTES : family.requestBytes();
  }

  @Override
  public List<String> responseHeaders() {
    return HEADERS;
  }

  @Override
  public void request(JsonValue request, Facts facts) {
    of(request).request(request, facts);
  }

  @Override
  public Dialect.Answer answer(JsonValue request) {
    return new Answer(of(request).answer(request));
  }

  private static final class Answer implements Dialect.Answer {
    private final Dialect.Answer inner;
    private JsonValue headers = JsonValue.NOTHING;
    private JsonValue metrics = JsonValue.NOTHING;

    Answer(Dialect.Answer inner) {
      this.inner = inner;
    }

    @Override
    public void headers(JsonValue values) {
      headers = values;
    }

    @Override
    public void body(Body body) {
      inner.body(body);
    }

    @Override
    public void whole(JsonValue body) {
      inner.whole(body);
    }

    @Override
    public boolean chunk(String event, JsonValue data) {
      JsonValue wrapped = unwrapped(data.get("bytes").text());
      JsonValue counted = wrapped.get("amazon-bedrock-invocationMetrics");
      metrics = counted.isObject() ? counted : metrics;
      return inner.chunk("", wrapped);
    }

    private static JsonValue unwrapped(@Nullable String base64) {
      try {
        return base64 == null
            ? JsonValue.NOTHING
            : JsonValue.parse(Base64.getDecoder().decode(base64));
      } catch (IllegalArgumentException damaged) {
        return JsonValue.NOTHING;
      }
    }

    /** Bedrock counts too, for models that do not. */
    @Override
    public void finish(Facts facts) {
      facts.set(
          Attribute.USAGE_INPUT_TOKENS,
          count(metrics.get("inputTokenCount"), "x-amzn-bedrock-input-token-count"));
      facts.set(
          Attribute.USAGE_OUTPUT_TOKENS,
          count(metrics.get("outputTokenCount"), "x-amzn-bedrock-output-token-count"));
      inner.finish(facts);
    }

    private @Nullable Long count(JsonValue metric, String header) {
      try {
        String text = headers.get(header).text();
        return text == null ? metric.integer() : Long.valueOf(text);
      } catch (NumberFormatException unknown) {
        return null;
      }
    }
  }
}
