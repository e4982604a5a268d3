package ai.automagik.tracing.instrumentation.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LlmEndpointsTest {
  private static final LlmEndpoints TABLE = LlmEndpoints.read(List.of());

  @ParameterizedTest
  @CsvSource({
    "api.openai.com, 443, /v1/chat/completions, openai.chat, openai,",
    "localhost, 8000, /v1/chat/completions, openai.chat, openai,",
    "gateway.example, 443, /llm/v1/responses, openai.responses, openai,",
    "api.groq.com, 443, /openai/v1/chat/completions, openai.chat, groq,",
    "api.deepseek.com, 443, /chat/completions, openai.chat, deepseek,",
    "api.perplexity.ai, 443, /chat/completions, openai.chat, perplexity,",
    "me.openai.azure.com, 443, /openai/deployments/gpt4/chat/completions, openai.chat,"
        + " azure.ai.openai, gpt4",
    "me.services.ai.azure.com, 443, /models/chat/completions, openai.chat, azure.ai.inference,",
    "api.anthropic.com, 443, /v1/messages, anthropic, anthropic,",
    "generativelanguage.googleapis.com, 443,"
        + " /v1beta/models/gemini-2.5-flash:streamGenerateContent, gemini, gcp.gemini,"
        + " gemini-2.5-flash",
    "us-central1-aiplatform.googleapis.com, 443,"
        + " /v1/projects/p/locations/l/publishers/google/models/gemini-2.5-pro:generateContent,"
        + " gemini, gcp.vertex_ai, gemini-2.5-pro",
    "localhost, 11434, /api/chat, ollama, ollama,",
    "api.mistral.ai, 443, /v1/embeddings, embeddings, mistral_ai,",
    "api.mistral.ai, 443, /v1/fim/completions, openai.completion, mistral_ai,",
    "api.openai.com, 443, /v1/images/edits, images, openai,",
    "me.openai.azure.com, 443, /openai/deployments/whisper/audio/transcriptions, transcription,"
        + " azure.ai.openai, whisper",
    "api.cohere.com, 443, /v2/chat, cohere.chat, cohere,",
    "api.cohere.com, 443, /v2/rerank, rerank, cohere,",
    "api.voyageai.com, 443, /v1/rerank, rerank, voyageai,",
    "dashscope-intl.aliyuncs.com, 443, /api/v1/services/aigc/text-generation/generation, dashscope,"
        + " alibaba_cloud.dashscope,",
    "us-south.ml.cloud.ibm.com, 443, /ml/v1/text/chat, openai.chat, ibm.watsonx.ai,",
    "us-central1-aiplatform.googleapis.com, 443,"
        + " /v1/projects/p/locations/l/publishers/google/models/imagen-4:predict,"
        + " gemini.predict, gcp.vertex_ai, imagen-4",
    "localhost, 4566, /model/amazon.nova-lite-v1%3A0/converse-stream, bedrock.converse,"
        + " aws.bedrock, amazon.nova-lite-v1:0",
    "bedrock-runtime.eu-west-1.amazonaws.com, 443,"
        + " /model/arn%3Aaws%3Abedrock%3Aeu-west-1%3A1%3Ainference-profile%2Feu.nova/invoke,"
        + " bedrock.invoke, aws.bedrock, arn:aws:bedrock:eu-west-1:1:inference-profile/eu.nova",
    "bedrock-runtime.eu-west-1.amazonaws.com, 443, /openai/v1/chat/completions, openai.chat,"
        + " aws.bedrock,"
  })
  void llmCalls(String host, int port, String path, String dialect, String provider, String model) {
    assertThat(TABLE.find(host, port, path, false))
        .isEqualTo(new LlmEndpoint(dialect, provider, model));
  }

  @ParameterizedTest
  @CsvSource({
    "example.com, 443, /",
    "example.com, 443, ''",
    "example.com, 443, /survey/responses",
    "example.com, 443, /api/chat",
    "example.com, 443, /inbox/messages",
    "example.com, 443, /v2/chat",
    "example.com, 443, /model/t-34/invoke",
    "example.com, 8501, /v1/models/half_plus_two:predict",
    "api.anthropic.com, 443, /v1/messages/count_tokens",
    "api.openai.com, 443, /v1/models",
    "api.openai.com, 443, /v1/threads/thread_abc/messages",
    "me.openai.azure.com, 443, /openai/threads/thread_abc/messages",
    "example.com, 443, /chat/completions.html"
  })
  void others(String host, int port, String path) {
    assertThat(TABLE.find(host, port, path, false)).isNull();
  }

  @Test
  void exceptionHoldsInsideAModelCall() {
    assertThat(TABLE.find("api.openai.com", 443, "/v1/threads/thread_abc/messages", true)).isNull();
    assertThat(TABLE.find("api.example", 443, "/anthropic/messages", true))
        .isEqualTo(new LlmEndpoint("anthropic", "anthropic", null));
  }

  @Test
  void userOverridesException() {
    LlmEndpoints table =
        LlmEndpoints.read(List.of("gateway.example/threads/main/messages=anthropic"));
    assertThat(table.find("gateway.example", 443, "/threads/main/messages", false))
        .isEqualTo(new LlmEndpoint("anthropic", "anthropic", null));
    assertThat(table.find("gateway.example", 443, "/threads/other/messages", false)).isNull();
  }

  @Test
  void ambiguousPathCountsInsideAModelCall() {
    assertThat(TABLE.find("example.com", 8080, "/api/chat", true))
        .isEqualTo(new LlmEndpoint("ollama", "ollama", null));
  }
}
