package ai.automagik.tracing.testing;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The scripts that the sample applications of smoke-tests are written for.
 *
 * <p>They look at the request only, so one server serves any number of runs.
 */
public final class Scenarios {

  private static final String MINI = "gpt-4o-mini-2024-07-18";
  private static final String REASONING = "o4-mini-2025-04-16";

  private static final String HOTEL_ARGUMENTS =
      "{\"city\":\"Lisbon\",\"nights\":3,\"maxPriceEur\":150}";

  private static final String PLAN =
      """
      Day 1 - Alfama: take tram 28 up to Graca, have lunch at a small tasca, and watch the sunset \
      from Miradouro da Senhora do Monte.
      Day 2 - Belem: custard tarts at ten, the Jeronimos cloister, then dinner at the river. The \
      afternoon stays dry.
      Day 3 - Baixa and LX Factory: showers are likely, so the tile museum comes first and the \
      market hall after it.
      Hotel: Casa do Jardim, 3 nights for 387 EUR (about 419.59 USD), breakfast included.""";

  private static final String REVIEW =
      """
      Good: the walking distances are short and the rainy day is spent indoors.
      Change: tram 28 is crowded after nine, so start Day 1 by eight or walk up through Mouraria.
      Change: book the Jeronimos ticket online, the queue at noon costs an hour.
      Verdict: 8 of 10, ready to book after these two changes.""";

  private static final String POSTCARD =
      "Three days in Lisbon in May: trams, tarts and a viewpoint for every sunset. "
          + "The hotel is booked, so pack light shoes and come along!";

  private Scenarios() {}

  /** Returns a fresh script by its name, or null. */
  static FakeLlmServer.@Nullable Builder named(String name) {
    return switch (name) {
      case "demo" -> demo();
      case "stream" -> stream();
      case "loop" -> loop();
      case "errors" -> errors();
      case "hang" -> hang();
      default -> null;
    };
  }

  /**
   * For TravelApp: the planner asks for weather and hotel at once, for the hotel again, for the
   * currency, and answers; the critic reviews; a postcard is streamed.
   */
  public static FakeLlmServer.Builder demo() {
    return FakeLlmServer.builder()
        .when(
            planner(0),
            LlmReply.toolCalls(
                    new ToolCall(
                        "call_weather1", "get_weather", "{\"city\":\"Lisbon\",\"days\":3}"),
                    new ToolCall("call_hotel1", "find_hotel", HOTEL_ARGUMENTS))
                .withModel(MINI)
                .withUsage(TokenUsage.of(318, 51))
                .withFirstByteDelayMillis(55))
        .when(
            planner(2),
            LlmReply.toolCalls(new ToolCall("call_hotel2", "find_hotel", HOTEL_ARGUMENTS))
                .withText("The hotel search failed, I try it once more.")
                .withModel(MINI)
                .withUsage(TokenUsage.of(521, 36))
                .withFirstByteDelayMillis(35))
        .when(
            planner(3),
            LlmReply.toolCalls(
                    new ToolCall(
                        "call_currency1",
                        "convert_currency",
                        "{\"amount\":387.0,\"from\":\"EUR\",\"to\":\"USD\"}"))
                .withModel(MINI)
                .withUsage(TokenUsage.of(1078, 25))
                .withFirstByteDelayMillis(30))
        .when(
            planner(4),
            LlmReply.text(PLAN)
                .withModel(MINI)
                .withUsage(new TokenUsage(1146, 148, 1024, 0))
                .withFirstByteDelayMillis(60))
        .when(
            request -> request.systemText().contains("critic"),
            LlmReply.text(REVIEW)
                .withModel(REASONING)
                .withUsage(new TokenUsage(236, 279, 0, 192))
                .withFirstByteDelayMillis(60))
        .when(
            LlmRequest::stream,
            LlmReply.text(POSTCARD)
                .withModel(MINI)
                .withUsage(TokenUsage.of(187, 34))
                .withFirstByteDelayMillis(40)
                .withChunkDelayMillis(20));
  }

  /** For StreamApp: one tool round and an answer as streams, and a plain streamed answer. */
  public static FakeLlmServer.Builder stream() {
    return FakeLlmServer.builder()
        .when(
            request -> request.toolNames().contains("get_time") && !request.endsWithToolResult(),
            LlmReply.toolCalls(new ToolCall("call_time1", "get_time", "{\"city\":\"Lisbon\"}"))
                .withUsage(TokenUsage.of(64, 16))
                .withChunkDelayMillis(2))
        .when(
            LlmRequest::endsWithToolResult,
            LlmReply.text("It is 10:15 in Lisbon.")
                .withUsage(TokenUsage.of(93, 9))
                .withChunkDelayMillis(2))
        .otherwise(
            LlmReply.text("Streams arrive piece by piece.")
                .withUsage(TokenUsage.of(14, 6))
                .withChunkDelayMillis(2));
  }

  /** For LoopApp: the same short answer to everything. */
  public static FakeLlmServer.Builder loop() {
    return FakeLlmServer.builder().otherwise(LlmReply.text("pong").withUsage(TokenUsage.of(9, 1)));
  }

  /** For ErrorApp: a user message with {@code status NNN} gets this status. */
  public static FakeLlmServer.Builder errors() {
    return FakeLlmServer.builder()
        .when(asksFor(500), LlmReply.error(500))
        .when(asksFor(429), LlmReply.error(429, 1))
        .when(asksFor(401), LlmReply.error(401));
  }

  /** For HangApp: no request is ever answered. */
  public static FakeLlmServer.Builder hang() {
    return FakeLlmServer.builder().otherwise(LlmReply.hang());
  }

  private static Predicate<LlmRequest> planner(int toolResults) {
    return request ->
        request.systemText().contains("travel planner")
            && request.toolResults().size() == toolResults;
  }

  private static Predicate<LlmRequest> asksFor(int status) {
    return request -> request.lastUserText().contains("status " + status);
  }
}
