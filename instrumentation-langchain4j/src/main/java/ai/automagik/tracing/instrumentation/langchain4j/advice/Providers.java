package ai.automagik.tracing.instrumentation.langchain4j.advice;

import dev.langchain4j.model.ModelProvider;
import java.util.Locale;

/** Names of providers in the GenAI conventions. Stateless. */
final class Providers {
  private Providers() {}

  /** By name, because older versions have fewer constants. */
  static String name(ModelProvider provider) {
    return switch (provider.name()) {
      case "OPEN_AI" -> "openai";
      case "AZURE_OPEN_AI" -> "azure.ai.openai";
      case "GITHUB_MODELS", "MICROSOFT_FOUNDRY" -> "azure.ai.inference";
      case "ANTHROPIC" -> "anthropic";
      case "AMAZON_BEDROCK" -> "aws.bedrock";
      case "GOOGLE_AI_GEMINI" -> "gcp.gemini";
      case "GOOGLE_VERTEX_AI_GEMINI", "GOOGLE_VERTEX_AI_ANTHROPIC" -> "gcp.vertex_ai";
      case "GOOGLE_GENAI" -> "gcp.gen_ai";
      case "WATSONX" -> "ibm.watsonx.ai";
      default -> provider.name().toLowerCase(Locale.ROOT);
    };
  }
}
