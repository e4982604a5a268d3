package ai.automagik.tracing.instrumentation.http.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dialects by the names that the table of endpoints gives them. Immutable. */
final class Dialects {
  private static final Map<String, Dialect> BY_NAME =
      Map.of(
          "openai.chat", new OpenAiChat(),
          "openai.completion", new OpenAiChat(),
          "openai.responses", new OpenAiResponses(),
          "anthropic", new AnthropicMessages(),
          "gemini", new Gemini(),
          "ollama", new OllamaChat(),
          "embeddings", new Embeddings());

  private Dialects() {}

  static @Nullable Dialect named(String name) {
    return BY_NAME.get(name);
  }
}
