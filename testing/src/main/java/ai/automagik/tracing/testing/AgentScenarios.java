package ai.automagik.tracing.testing;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * The scripts for programs of agent frameworks that call a model of OpenAI's. What the user says is
 * what the model asks for.
 *
 * <p>They look at the request only, so one server serves any number of runs; what fails first and
 * then does not, does so for each.
 */
public final class AgentScenarios {
  private static final String LISBON = "{\"city\":\"Lisbon\"}";
  private static final String PORTO = "{\"city\":\"Porto\"}";

  private static final String CITY = "{\"name\":\"Lisbon\",\"inhabitants\":545923}";

  private AgentScenarios() {}

  /** Asks for tools, for one that is broken, is refused, or answers. */
  public static FakeLlmServer.Builder all() {
    return FakeLlmServer.builder()
        .when(asked("validation failed"), LlmReply.text(CITY))
        .when(asked("picky"), LlmReply.text("{\"name\":\"Lisbon\",\"inhabitants\":\"many\"}"))
        .when(asked("fail"), LlmReply.error(400))
        .when(LlmRequest::endsWithToolResult, LlmReply.text("It is fine."))
        .when(
            asked("slowly"),
            LlmReply.text("One and two and three and so on.").stalledAfterChunks(5))
        .when(asked("JSON"), LlmReply.text(CITY))
        .when(
            asked("weather").and(offered("weather")),
            LlmReply.toolCalls(
                new ToolCall("call_1", "weather", LISBON),
                new ToolCall("call_2", "weather", PORTO)))
        .when(
            asked("weather").and(offered("City-weather")),
            LlmReply.toolCalls(
                new ToolCall("call_1", "City-weather", LISBON),
                new ToolCall("call_2", "City-weather", PORTO)))
        .when(
            asked("poem").and(offered("Words-poem")),
            LlmReply.toolCalls(new ToolCall("call_3", "Words-poem", LISBON)))
        .when(
            asked("broken").and(offered("broken")),
            LlmReply.toolCalls(new ToolCall("call_4", "broken", LISBON)))
        .when(
            asked("broken").and(offered("City-broken")),
            LlmReply.toolCalls(new ToolCall("call_4", "City-broken", LISBON)))
        .when(
            asked("ticket").and(offered("ticket")),
            LlmReply.toolCalls(new ToolCall("call_5", "ticket", LISBON)))
        .when(
            asked("forecast").and(offered("forecast")),
            LlmReply.toolCalls(new ToolCall("call_6", "forecast", LISBON)))
        .when(
            asked("friend").and(offered("friend")),
            LlmReply.toolCalls(new ToolCall("call_7", "friend", LISBON)))
        .when(asked("Try hard").and(everyOtherTime()), LlmReply.error(500))
        .otherwise(LlmReply.text("Hello from Lisbon."));
  }

  private static Predicate<LlmRequest> asked(String word) {
    return request -> request.lastUserText().contains(word);
  }

  /** For a request that is made again when it fails. */
  private static Predicate<LlmRequest> everyOtherTime() {
    AtomicInteger times = new AtomicInteger();
    return request -> times.getAndIncrement() % 2 == 0;
  }

  private static Predicate<LlmRequest> offered(String tool) {
    return request -> request.toolNames().contains(tool);
  }
}
