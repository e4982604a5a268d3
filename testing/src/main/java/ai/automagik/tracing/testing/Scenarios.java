package ai.automagik.tracing.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
      Hotel: Casa do Jardim, 3 nights for 387 EUR (about 419.59 USD), breakfast included.\
      """;

  private static final String REVIEW =
      """
      Good: the walking distances are short and the rainy day is spent indoors.
      Change: tram 28 is crowded after nine, so start Day 1 by eight or walk up through Mouraria.
      Change: book the Jeronimos ticket online, the queue at noon costs an hour.
      Verdict: 8 of 10, ready to book after these two changes.\
      """;

  private static final LlmReply LOOK_UP =
      LlmReply.toolCalls(new ToolCall("call_1", "look_up", "{\"word\":\"a stream that breaks\"}"))
          .withText("Let me");

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
      case "broken" -> broken();
      case "providers" -> ProviderScenarios.conversation();
      case "newsroom" -> newsroom();
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

  /** For BrokenStreamsApp and BrokenCallsApp: what the user says is what goes wrong. */
  public static FakeLlmServer.Builder broken() {
    return FakeLlmServer.builder()
        .when(says("tool call, stalled"), LOOK_UP.stalledAfterChunks(5))
        .when(says("stalled"), LlmReply.text("One two three four five.").stalledAfterChunks(4))
        .when(
            says("cut"),
            LlmReply.text("One two three four five.").cutAfterChunks(1).withChunkDelayMillis(150))
        .when(says("malformed"), LlmReply.malformedJson().withText("One two."))
        .when(says("empty"), LlmReply.emptyChoices())
        .when(says("closed"), LlmReply.connectionClosed())
        .when(says("hang"), LlmReply.hang())
        .otherwise(LlmReply.text("pong").withUsage(TokenUsage.of(9, 1)));
  }

  private static Predicate<LlmRequest> says(String fault) {
    return request -> request.lastUserText().contains(fault);
  }

  /** For the newsroom: every agent is known by the first words of its question. */
  public static FakeLlmServer.Builder newsroom() {
    return FakeLlmServer.builder()
        .when(
            asked("last received response is: ''"),
            LlmReply.text(
                "{\"agentName\":\"withdraw\",\"arguments\":{\"user\":\"Ana\",\"amount\":\"100\"}}"))
        .when(
            asked("last received response is: '100 EUR withdrawn'"),
            LlmReply.text(
                "{\"agentName\":\"credit\",\"arguments\":{\"user\":\"Rui\",\"amount\":\"100\"}}"))
        .when(
            asked("last received response is: '100 EUR credited'"),
            LlmReply.text(
                "{\"agentName\":\"done\",\"arguments\":{\"response\":\"100 EUR are with Rui\"}}"))
        .when(asked("Write an article"), LlmReply.text("Draft 1"))
        .when(asked("Score this article from 0.0 to 1.0: Draft 1"), LlmReply.text("0.6"))
        .when(asked("Score this article from 0.0 to 1.0: Draft 2"), LlmReply.text("0.9"))
        .when(asked("Improve this article"), LlmReply.text("Draft 2"))
        .when(asked("Check the results"), LlmReply.text("3:1 is right"))
        .when(asked("Check the figures"), LlmReply.text("2 % is right"))
        .when(asked("Find a headline"), LlmReply.text("Harbour grows"))
        .when(asked("Write a teaser"), LlmReply.text("More ships than ever"))
        .when(asked("Translate"), LlmReply.text("O porto cresce"))
        .when(asked("Tell"), LlmReply.text("Once upon a time").withChunkDelayMillis(2))
        .when(asked("Withdraw"), LlmReply.text("100 EUR withdrawn"))
        .when(asked("Credit"), LlmReply.text("100 EUR credited"));
  }

  private static Predicate<LlmRequest> asked(String words) {
    return request -> request.lastUserText().contains(words);
  }

  /** For McpApp: a book of one server, the forecast of another, and an answer. */
  public static FakeLlmServer.Builder mcp() {
    return FakeLlmServer.builder()
        .when(
            request -> request.lastUserText().contains("read") && request.toolResults().isEmpty(),
            LlmReply.toolCalls(new ToolCall("call_book1", "find_book", "{\"topic\":\"Lisbon\"}")))
        .when(
            request -> request.lastUserText().contains("read") && request.toolResults().size() == 1,
            LlmReply.toolCalls(
                new ToolCall("call_forecast1", "get_forecast", "{\"city\":\"Lisbon\"}")))
        .otherwise(LlmReply.text("Take The Book of Disquiet, and an umbrella."));
  }

  /**
   * The server for the programs of mcp-app. To each of them, told apart by the header {@code Run},
   * it seems to restart once.
   */
  public static FakeMcpServer.Builder mcpServer() {
    Set<@Nullable Object> restartedFor = ConcurrentHashMap.newKeySet();
    return FakeMcpServer.builder()
        .when(
            request ->
                request.method().equals("tools/list") && request.params().get("cursor") == null,
            McpReply.result("tools", List.of(tool("get_forecast")), "nextCursor", "more"))
        .when("tools/list", McpReply.result("tools", List.of(tool("get_tides"))))
        .when("tools/call", "get_forecast", McpReply.text("Showers in the afternoon."))
        .when(
            "tools/call",
            "get_tides",
            McpReply.text("High at noon.")
                .withNotification(
                    "notifications/message", "level", "info", "logger", "sea", "data", "asking")
                .withNotification(
                    "notifications/progress", "progressToken", "tides", "progress", 1, "total", 2))
        .when("tools/call", "apologise", McpReply.toolError("No forecast for the moon."))
        .when("tools/call", "misunderstand", McpReply.error(-32602, "Unknown tool: misunderstand"))
        .when("tools/call", "break_down", McpReply.error(-32603, "Internal error"))
        .when("tools/call", "stay_silent", McpReply.silence())
        .when("tools/call", "hang_up", McpReply.connectionClosed())
        .when("tools/call", "give_up", McpReply.cancelled("too busy"))
        .when("tools/call", "refuse", McpReply.httpStatus(503))
        .when(
            request ->
                request.method().equals("tools/call")
                    && request.target().equals("after_restart")
                    && restartedFor.add(request.headers().get("Run")),
            McpReply.httpStatus(404))
        .when("tools/call", "after_restart", McpReply.text("Here again."))
        .when(
            "resources/list",
            McpReply.result("resources", List.of(resource("uri", "memo://today"))))
        .when(
            "resources/templates/list",
            McpReply.result("resourceTemplates", List.of(resource("uriTemplate", "memo://{day}"))))
        .when(
            "resources/read",
            "memo://today",
            McpReply.result(
                "contents",
                List.of(Json.object("uri", "memo://today", "text", "Water the plants."))))
        .when("resources/read", "memo://silent", McpReply.silence())
        .when("resources/read", McpReply.error(-32002, "Resource not found"))
        .when(
            "prompts/list",
            McpReply.result(
                "prompts", List.of(Json.object("name", "greet", "description", "Greets"))))
        .when(
            "prompts/get",
            "greet",
            McpReply.result(
                "messages",
                List.of(
                    Json.object(
                        "role", "user", "content", Json.object("type", "text", "text", "Hi Ada")))))
        .when("prompts/get", McpReply.httpStatus(500));
  }

  private static Map<String, @Nullable Object> tool(String name) {
    return Json.object(
        "name",
        name,
        "description",
        "Looks it up",
        "inputSchema",
        Json.object(
            "type", "object", "properties", Json.object("city", Json.object("type", "string"))));
  }

  private static Map<String, @Nullable Object> resource(String key, String uri) {
    return Json.object(key, uri, "name", "memo", "mimeType", "text/plain");
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
