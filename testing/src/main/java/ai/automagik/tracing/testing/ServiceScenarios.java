package ai.automagik.tracing.testing;

/**
 * The script that the sample applications about AI services are written for. It looks at the last
 * thing that the user said, and at how many tool results there are.
 */
public final class ServiceScenarios {
  private static final String ADA = "{\"name\":\"Ada Lovelace\",\"born\":1815}";

  private ServiceScenarios() {}

  /** Returns all of it. */
  public static FakeLlmServer.Builder all() {
    FakeLlmServer.Builder server = FakeLlmServer.builder();
    answers(server);
    prompts(server);
    tools(server);
    guardrails(server);
    newTools(server);
    return server;
  }

  private static void answers(FakeLlmServer.Builder server) {
    says(server, "Who wrote the first program, all of them?", "{\"values\":[" + ADA + "]}");
    says(server, "Who wrote the first program?", ADA);
    says(server, "Who painted", "{\"name\":\"Pablo Picasso\",\"born\":1881}");
    says(server, "What is the mood of", "GOOD");
    says(server, "Is this true", "false");
    says(server, "How many legs", "8");
    says(server, "How many stars", "Nobody knows.");
    says(server, "Name some rivers", "Tejo\nDouro");
    says(server, "What is a span?", "A timed piece of work.");
    says(server, "an echo", "Echo.");
    says(server, "Forget", "Done.");
    says(server, "What flows?", "Time flows.");
    says(server, "What comes later?", "Dessert.");
    server.when(request -> request.lastUserText().contains("What fails?"), LlmReply.error(500));
    says(server, "over", "And out.");
  }

  private static void prompts(FakeLlmServer.Builder server) {
    says(server, "Where do I find the tram?", "In Graca.");
    says(server, "Is it open?", "Until six.");
    says(server, "And tomorrow?", "All day.");
    says(server, "Any mail?", "One letter.");
    calls(
        server,
        "Is there mail for me?",
        0,
        new ToolCall("call_clerk", "clerk", "{\"question\":\"Any mail?\"}"));
    says(server, "Is there mail for me?", "One letter, says the clerk.");
  }

  private static void tools(FakeLlmServer.Builder server) {
    calls(
        server,
        "What time is it",
        0,
        new ToolCall("call_time", "get_time", "{\"city\":\"Lisbon\"}"));
    says(server, "What time is it", "It is 10:15.");
    calls(
        server,
        "Use the methods.",
        0,
        new ToolCall("call_note", "note", "{\"text\":\"milk\"}"),
        new ToolCall("call_find", "find", "{\"what\":\"Lisbon\",\"floors\":2}"));
    calls(
        server,
        "Use the methods.",
        2,
        new ToolCall("call_fail", "fail", "{\"places\":[{\"city\":\"Lisbon\",\"floor\":1}]}"));
    says(server, "Use the methods.", "All used.");
    calls(server, "Get nothing.", 0, new ToolCall("call_nothing", "nothing", "{}"));
    says(server, "Get nothing.", "That was nothing.");
    calls(
        server,
        "Give a wrong type.",
        0,
        new ToolCall("call_type", "find", "{\"what\":\"Lisbon\",\"floors\":\"many\"}"));
    says(server, "Give a wrong type.", "That was wrong.");
    calls(server, "Give no JSON.", 0, new ToolCall("call_json", "find", "{what"));
    says(server, "Give no JSON.", "That was no JSON.");
    calls(server, "Invent a tool.", 0, new ToolCall("call_fly", "fly", "{\"n\":0}"));
    says(server, "Invent a tool.", "I cannot fly.");
    calls(
        server,
        "Use what is given.",
        0,
        new ToolCall("call_lambda", "lambda", "{\"n\":1}"),
        new ToolCall("call_reference", "reference", "{\"n\":2}"),
        new ToolCall("call_echo", "echo", "{\"n\":3}"));
    says(server, "Use what is given.", "All given.");
    calls(server, "Break the lambda.", 0, new ToolCall("call_broken", "broken", "{\"n\":4}"));
    says(server, "Break the lambda.", "It broke.");
    calls(server, "Use what is provided.", 0, new ToolCall("call_own", "lambda", "{\"n\":5}"));
    says(server, "Use what is provided.", "All provided.");
    server.when(
        request -> request.lastUserText().contains("Never end."),
        LlmReply.toolCalls(new ToolCall("call_again", "echo", "{\"n\":6}")));
  }

  private static void guardrails(FakeLlmServer.Builder server) {
    says(server, "Judge: ", "It is fine.");
    says(server, "Say it in a word.", "Hello.");
    says(server, "Greet me", "Hello, my friend.");
  }

  private static void newTools(FakeLlmServer.Builder server) {
    calls(
        server,
        "Hold both ends.",
        0,
        new ToolCall("call_left", "left", "{}"),
        new ToolCall("call_right", "right", "{}"));
    says(server, "Hold both ends.", "It holds.");
    calls(
        server, "Finish at once.", 0, new ToolCall("call_finish", "finish", "{\"word\":\"Bye\"}"));
    calls(server, "Draw.", 0, new ToolCall("call_draw", "draw", "{}"));
    says(server, "Draw.", "Drawn.");
    calls(
        server,
        "Fail, without a number.",
        0,
        new ToolCall("call_number", "fail", "{\"times\":\"often\"}"));
    says(server, "Fail, without a number.", "That was no number.");
    calls(server, "Fail.", 0, new ToolCall("call_fail2", "fail", "{\"times\":2}"));
    says(server, "Fail.", "It failed.");
    calls(server, "Be refused.", 0, new ToolCall("call_refuse", "refuse", "{\"n\":1}"));
    says(server, "Be refused.", "I was refused.");
    calls(server, "Take two steps.", 0, new ToolCall("call_step1", "step_1", "{\"n\":1}"));
    calls(server, "Take two steps.", 1, new ToolCall("call_step2", "step_2", "{\"n\":2}"));
    says(server, "Take two steps.", "I took two.");
    calls(
        server,
        "Search a tool.",
        0,
        new ToolCall("call_search", "tool_search_tool", "{\"terms\":[\"room\"]}"));
    calls(server, "Search a tool.", 1, new ToolCall("call_found", "book", "{\"room\":\"7\"}"));
    says(server, "Search a tool.", "I found it.");
    calls(server, "Book and pay.", 0, new ToolCall("call_book", "book", "{\"room\":\"8\"}"));
    calls(
        server,
        "Book and pay.",
        1,
        new ToolCall("call_pay", "pay", "{\"room\":\"8\",\"euros\":90}"));
    says(server, "Book and pay.", "I could not pay.");
    calls(
        server,
        "Greet with skill.",
        0,
        new ToolCall("call_skill", "activate_skill", "{\"skill_name\":\"greeting\"}"));
    calls(
        server,
        "Greet with skill.",
        1,
        new ToolCall(
            "call_resource",
            "read_skill_resource",
            "{\"skill_name\":\"greeting\",\"relative_path\":\"hello.txt\"}"));
    says(server, "Greet with skill.", "Hello!");
  }

  /** The answer, whatever went before. */
  private static void says(FakeLlmServer.Builder server, String asked, String answer) {
    server.when(request -> request.lastUserText().contains(asked), LlmReply.text(answer));
  }

  /** What is called once there are so many tool results. */
  private static void calls(
      FakeLlmServer.Builder server, String asked, int toolResults, ToolCall... calls) {
    server.when(
        request ->
            request.lastUserText().contains(asked) && request.toolResults().size() == toolResults,
        LlmReply.toolCalls(calls));
  }
}
