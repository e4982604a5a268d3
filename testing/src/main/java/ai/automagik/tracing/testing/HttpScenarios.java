package ai.automagik.tracing.testing;

import java.util.function.Predicate;

/**
 * The scripts for programs that call a model by an HTTP client or a provider's own SDK, on any
 * dialect. What the user says is what goes wrong.
 *
 * <p>They look at the request only, so one server serves any number of runs.
 */
public final class HttpScenarios {
  private static final long LONGER_THAN_ANY_TEST = 600_000;

  private HttpScenarios() {}

  /** Answers, streams, tool calls, every fault, and the headers that providers send. */
  public static FakeLlmServer.Builder all() {
    return FakeLlmServer.builder()
        .header("x-request-id", "req_fake")
        .header("openai-processing-ms", "12")
        .header("x-ratelimit-remaining-requests", "59")
        .when(says("status 400"), LlmReply.error(400))
        .when(says("status 429"), LlmReply.error(429, 0))
        .when(says("status 500"), LlmReply.error(500))
        .when(says("again").and(HttpScenarios::isRetry), LlmReply.text("At the second attempt."))
        .when(says("again"), LlmReply.error(429, 0))
        .when(says("slow"), LlmReply.text("One two.").withChunkDelayMillis(LONGER_THAN_ANY_TEST))
        .when(says("hang"), LlmReply.hang())
        .when(says("cut"), LlmReply.text("One two three four five.").cutAfterChunks(3))
        .when(says("closed"), LlmReply.connectionClosed())
        .when(
            says("what is broken").and(request -> !request.endsWithToolResult()),
            LlmReply.toolCalls(new ToolCall("call_2", "broken", "{\"count\":3}")))
        .when(
            request -> !request.toolNames().isEmpty() && !request.endsWithToolResult(),
            LlmReply.toolCalls(new ToolCall("call_1", "get_weather", "{\"city\":\"Lisbon\"}"))
                .withUsage(TokenUsage.of(64, 16)))
        .otherwise(LlmReply.text("Lisbon is sunny.").withUsage(new TokenUsage(14, 6, 4, 0)));
  }

  /** The same, compressed. */
  public static FakeLlmServer.Builder compressed() {
    return all().compressing();
  }

  /** Whether the client says that it has made the request before. */
  private static boolean isRetry(LlmRequest request) {
    String count = request.header("X-Stainless-Retry-Count");
    String attempt = request.header("amz-sdk-request");
    return (count != null && !count.equals("0"))
        || (attempt != null && !attempt.contains("attempt=1;"));
  }

  private static Predicate<LlmRequest> says(String fault) {
    return request -> request.lastUserText().contains(fault);
  }
}
