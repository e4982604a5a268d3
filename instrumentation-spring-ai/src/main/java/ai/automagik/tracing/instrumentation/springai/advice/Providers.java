package ai.automagik.tracing.instrumentation.springai.advice;

import org.jspecify.annotations.Nullable;

/** Whose models they are, by their class. Stateless. */
final class Providers {
  private static final String LIBRARY = "org.springframework.ai.";

  private static final ClassValue<@Nullable String> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected @Nullable String computeValue(Class<?> type) {
          String name = type.getName();
          return name.startsWith(LIBRARY) ? ofPackage(name.substring(LIBRARY.length())) : null;
        }
      };

  private Providers() {}

  /**
   * The provider of a model; null for the application's own. OpenAI's is null too: others speak its
   * protocol, and the address of the request tells who answers.
   */
  static @Nullable String of(Object model) {
    return OF_CLASS.get(model.getClass());
  }

  private static @Nullable String ofPackage(String name) {
    String first = name.substring(0, Math.max(0, name.indexOf('.')));
    return switch (first) {
      case "azure" -> "azure.ai.openai";
      case "bedrock" -> "aws.bedrock";
      case "vertexai" -> "gcp.vertex_ai";
      case "google" -> "gcp.gen_ai";
      case "mistralai" -> "mistral_ai";
      case "zhipuai" -> "zhipu";
      case "anthropic",
          "deepseek",
          "elevenlabs",
          "huggingface",
          "minimax",
          "oci",
          "ollama",
          "stabilityai",
          "transformers" ->
          first;
      default -> null;
    };
  }
}
