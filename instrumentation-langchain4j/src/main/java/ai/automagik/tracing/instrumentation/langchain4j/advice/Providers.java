package ai.automagik.tracing.instrumentation.langchain4j.advice;

import dev.langchain4j.model.ModelProvider;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names of providers in the GenAI conventions. Stateless. */
final class Providers {
  private static final String LIBRARY = "dev.langchain4j.model.";
  private static final String COMMUNITY = "dev.langchain4j.community.model.";

  private static final ClassValue<@Nullable String> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected @Nullable String computeValue(Class<?> type) {
          String name = type.getName();
          return name.startsWith(LIBRARY)
              ? ofPackage(packageBehind(LIBRARY, name))
              : name.startsWith(COMMUNITY) ? ofPackage(packageBehind(COMMUNITY, name)) : null;
        }
      };

  private Providers() {}

  /**
   * By the class of a model, for those that do not tell their listeners, or tell them that they are
   * of some other provider; null for the application's own.
   */
  static @Nullable String of(Object model) {
    return OF_CLASS.get(model.getClass());
  }

  /** By the package of a model's class; null for packages that are no provider's. */
  static @Nullable String ofPackage(String name) {
    return switch (name) {
      case "openai", "openaiofficial" -> "openai";
      case "azure" -> "azure.ai.openai";
      case "github" -> "azure.ai.inference";
      case "bedrock" -> "aws.bedrock";
      case "googleai" -> "gcp.gemini";
      case "genai" -> "gcp.gen_ai";
      case "vertexai" -> "gcp.vertex_ai";
      case "mistralai" -> "mistral_ai";
      case "watsonx" -> "ibm.watsonx.ai";
      case "workersai" -> "cloudflare.workers_ai";
      case "dashscope" -> "alibaba_cloud.dashscope";
      case "anthropic",
          "cohere",
          "gpullama3",
          "huggingface",
          "jina",
          "jlama",
          "localai",
          "nomic",
          "ollama",
          "oracle",
          "ovhai",
          "qianfan",
          "voyageai",
          "zhipu" ->
          name;
      default -> null;
    };
  }

  private static String packageBehind(String prefix, String name) {
    int end = name.indexOf('.', prefix.length());
    return end < 0 ? "" : name.substring(prefix.length(), end);
  }

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
