package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Operation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dialects by the names that the table of endpoints gives them. Immutable. */
final class Dialects {
  private static final Map<String, Dialect> BY_NAME =
      Map.ofEntries(
          Map.entry("anthropic", new AnthropicMessages()),
          Map.entry("bedrock.converse", new BedrockConverse()),
          Map.entry("bedrock.invoke", new BedrockInvoke(null)),
          Map.entry("cohere.chat", new CohereChat()),
          Map.entry("dashscope", new DashScope()),
          Map.entry("embeddings", new Embeddings()),
          Map.entry("gemini", new Gemini()),
          Map.entry("gemini.predict", new GooglePredict()),
          Map.entry("images", new Images()),
          Map.entry("moderation", new Moderation()),
          Map.entry("ollama", new OllamaChat(Operation.CHAT)),
          Map.entry("ollama.generate", new OllamaChat(Operation.TEXT_COMPLETION)),
          Map.entry("openai.chat", new OpenAiChat()),
          Map.entry("openai.completion", new TextCompletion()),
          Map.entry("openai.responses", new OpenAiResponses()),
          Map.entry("rerank", new Rerank()),
          Map.entry("speech", new Speech()),
          Map.entry("transcription", new Transcription()));

  private Dialects() {}

  static List<String> names() {
    return BY_NAME.keySet().stream().sorted().toList();
  }

  static @Nullable Dialect named(String name) {
    return BY_NAME.get(name);
  }
}
