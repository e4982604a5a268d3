package ai.automagik.tracing.testing;

import java.util.function.Predicate;

/**
 * The script for the programs that talk to one provider after the other; the same in all dialects.
 * It looks at the request only.
 */
public final class ProviderScenarios {
  private ProviderScenarios() {}

  /** A greeting, a thought, a tool round, and {@code Fault: <kind>}. */
  public static FakeLlmServer.Builder conversation() {
    return FakeLlmServer.builder()
        .when(asks("Say hello."), LlmReply.text("Hello there!").withUsage(cached(120, 20)))
        .when(
            asks("Think about it."),
            LlmReply.text("It is four.")
                .withThinking("Two and two make four.")
                .withUsage(new TokenUsage(30, 48, 0, 40)))
        .when(
            ProviderScenarios::bringsToolResult,
            LlmReply.text("It is sunny in Lisbon.").withUsage(cached(200, 9)))
        .when(
            asks("How is the weather in Lisbon?"),
            LlmReply.toolCalls(new ToolCall("call_1", "get_weather", "{\"city\":\"Lisbon\"}"))
                .withText("I ask.")
                .withUsage(cached(150, 25)))
        .when(asks("Fault: 429"), LlmReply.error(429, 1))
        .when(asks("Fault: 500"), LlmReply.error(500))
        .when(asks("Fault: 401"), LlmReply.error(401))
        .when(asks("Fault: slow"), LlmReply.text("Late.").withFirstByteDelayMillis(50))
        .when(
            asks("Fault: cut"),
            // A client drops what it has not read when the connection breaks: it gets time to read.
            LlmReply.text("One two three four.").cutAfterChunks(4).withChunkDelayMillis(150))
        .when(asks("Fault: malformed"), LlmReply.malformedJson())
        .when(asks("Fault: empty"), LlmReply.emptyChoices())
        .when(asks("Fault: closed"), LlmReply.connectionClosed())
        .when(asks("Fault: hang"), LlmReply.hang());
  }

  /** Of the input, 64 tokens came from the cache and 16 went there. */
  private static TokenUsage cached(int inputTokens, int outputTokens) {
    return new TokenUsage(inputTokens, outputTokens, 64, 16, 0);
  }

  /** Old versions hand it to Gemini as if the user had said it. */
  private static boolean bringsToolResult(LlmRequest request) {
    return request.endsWithToolResult() || request.lastUserText().startsWith("18 degrees");
  }

  private static Predicate<LlmRequest> asks(String question) {
    return request -> request.lastUserText().equals(question);
  }
}
