package ai.automagik.tracing.instrumentation.agents.koog.advice;

import ai.koog.prompt.llm.LLMProvider;

/** Koog's providers by the names of the GenAI conventions. Stateless. */
final class Providers {
  private Providers() {}

  static String name(LLMProvider provider) {
    String id = provider.getId();
    return switch (id) {
      case "google" -> "gcp.gemini";
      case "vertex" -> "gcp.vertex_ai";
      case "bedrock" -> "aws.bedrock";
      case "mistralai" -> "mistral_ai";
      case "azure" -> "azure.ai.openai";
      default -> id;
    };
  }
}
