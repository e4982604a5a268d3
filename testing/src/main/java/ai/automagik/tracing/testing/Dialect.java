package ai.automagik.tracing.testing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A provider's API for chats, found by the path of the request. Immutable.
 *
 * @param pathEnds what the paths that it serves end with
 */
record Dialect(List<String> pathEnds, Requests requests, Wire wire) {
  /** Also of the many servers that are compatible with it, and of Azure. */
  static final Dialect OPENAI =
      new Dialect(List.of("/chat/completions"), new OpenAiRequests(), new OpenAiWire(false));

  /** OpenAI's, but for tool calls, which are streamed whole; below a base URL of its own here. */
  static final Dialect MISTRAL =
      new Dialect(
          List.of("/mistral/v1/chat/completions"), new OpenAiRequests(), new OpenAiWire(true));

  static final Dialect ANTHROPIC =
      new Dialect(List.of("/v1/messages"), new AnthropicRequests(), new AnthropicWire());

  static final Dialect GEMINI =
      new Dialect(
          List.of(":generateContent", ":streamGenerateContent"),
          new GeminiRequests(),
          new GeminiWire());

  static final Dialect OLLAMA =
      new Dialect(List.of("/api/chat"), new OllamaRequests(), new OllamaWire());

  static final Dialect BEDROCK =
      new Dialect(
          List.of("/converse", "/converse-stream"), new BedrockRequests(), new BedrockWire());

  static final Dialect BEDROCK_INVOKE =
      new Dialect(
          List.of("/invoke", "/invoke-with-response-stream"),
          new BedrockInvokeRequests(),
          new BedrockInvokeWire());

  static final Dialect DASHSCOPE =
      new Dialect(
          List.of("/aigc/text-generation/generation"),
          new DashScopeRequests(),
          new DashScopeWire());

  /** Its messages and tools are OpenAI's. */
  static final Dialect COHERE =
      new Dialect(List.of("/v2/chat"), new OpenAiRequests(), new CohereWire());

  private static final List<Dialect> ALL =
      List.of(
          MISTRAL, OPENAI, ANTHROPIC, GEMINI, OLLAMA, BEDROCK, BEDROCK_INVOKE, DASHSCOPE, COHERE);

  /** How a dialect's requests are read. Stateless. */
  interface Requests {
    /** The requested model, or an empty string. */
    String model(LlmRequest request);

    boolean stream(LlmRequest request);

    /** The conversation, system text first. */
    List<LlmRequest.Message> messages(Map<String, @Nullable Object> json);

    /** The names of the offered tools. */
    List<String> toolNames(Map<String, @Nullable Object> json);
  }

  /** How a dialect's replies are written. Stateless. */
  interface Wire {
    /** The body of a reply that is not streamed. */
    String body(Head head, LlmReply reply);

    String streamContentType();

    /** What the chunks are written in. */
    default Charset streamCharset() {
      return StandardCharsets.UTF_8;
    }

    /** What is sent piece by piece, with all that stands between the pieces. */
    List<String> chunks(Head head, LlmRequest request, LlmReply reply);

    /** A chunk that is framed as it should be, and whose JSON ends too soon. */
    String malformedChunk();

    /** What the head of an error reply says beside its status. */
    default Map<String, String> errorHeaders(int status) {
      return Map.of();
    }

    /** The body of an error reply. */
    String error(int status, String message);

    /** The sentence that goes with a status. */
    String errorMessage(int status, String model);
  }

  /**
   * What a reply, or all chunks of one stream, have in common.
   *
   * @param number of this reply among those of the server
   */
  record Head(long number, long createdEpochMillis, String model) {}

  /** The dialect of a path; null when there is no chat. */
  static @Nullable Dialect of(String path) {
    for (Dialect dialect : ALL) {
      if (dialect.pathEnds.stream().anyMatch(path::endsWith)) {
        return dialect;
      }
    }
    return null;
  }
}
