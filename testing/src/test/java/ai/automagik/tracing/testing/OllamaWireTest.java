package ai.automagik.tracing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OllamaWireTest {
  private static final String HEAD =
      "{\"model\":\"some-model\",\"created_at\":\"2026-11-18T11:06:40.000000Z\",\"message\":";
  private static final String LAST =
      """
      ,"done":true,"done_reason":"stop","total_duration":4883583458,"load_duration":1334875,
       "prompt_eval_count":100,"prompt_eval_duration":342546000,
       "eval_count":20,"eval_duration":4535599000}""";

  private final Dialect.Wire wire = Dialect.OLLAMA.wire();

  @Test
  void writesAResponse() {
    WireFixture.assertJson(
        wire.body(WireFixture.HEAD, WireFixture.EVERYTHING),
        HEAD
            + """
              {"role":"assistant","content":"One moment.","thinking":"It is a sum.","tool_calls":[
               {"id":"call_1","function":{"name":"add","arguments":{"a":1,"b":[2]}}}]}
              """
            + LAST);
  }

  @Test
  void writesAResponseWithoutContentAndUsage() {
    WireFixture.assertJson(
        wire.body(WireFixture.HEAD, LlmReply.emptyChoices().withUsage(null)),
        HEAD
            + """
              {"role":"assistant","content":""},"done":true,"done_reason":"stop",
               "total_duration":4883583458,"load_duration":1334875}""");
  }

  @Test
  void streamsLines() {
    List<String> lines =
        wire.chunks(
            WireFixture.HEAD, WireFixture.request("/api/chat", "{}"), WireFixture.EVERYTHING);

    assertThat(lines).allSatisfy(line -> assertThat(line).endsWith("}\n").containsOnlyOnce("\n"));
    WireFixture.assertJsons(
        lines,
        chunk("\"content\":\"\",\"thinking\":\"It\""),
        chunk("\"content\":\"\",\"thinking\":\" is\""),
        chunk("\"content\":\"\",\"thinking\":\" a\""),
        chunk("\"content\":\"\",\"thinking\":\" sum.\""),
        chunk("\"content\":\"One\""),
        chunk("\"content\":\" moment.\""),
        chunk(
            """
            "content":"","tool_calls":[
             {"id":"call_1","function":{"name":"add","arguments":{"a":1,"b":[2]}}}]"""),
        HEAD + "{\"role\":\"assistant\",\"content\":\"\"}" + LAST);
  }

  @Test
  void saysWhenTheAnswerWasTooLong() {
    assertThat(wire.body(WireFixture.HEAD, LlmReply.text("Hel").withFinishReason("length")))
        .contains("\"done_reason\":\"length\"");
  }

  @Test
  void writesErrors() {
    WireFixture.assertJson(
        wire.error(401, wire.errorMessage(401, "m")), "{\"error\":\"unauthorized\"}");
    assertThat(wire.error(500, wire.errorMessage(500, "m"))).contains("unexpected EOF");
  }

  @Test
  void readsRequests() {
    LlmRequest request =
        WireFixture.request(
            "/api/chat",
            """
            {"model":"llama3.2","stream":false,
             "tools":[{"type":"function","function":{"name":"add","parameters":{}}}],
             "messages":[
              {"role":"system","content":"Be short."},
              {"role":"user","content":"1 + 1?"},
              {"role":"assistant","content":"","tool_calls":[
                {"function":{"name":"add","arguments":{"a":1}}}]},
              {"role":"tool","content":"2","tool_name":"add"}]}""");

    assertThat(request.model()).isEqualTo("llama3.2");
    assertThat(request.stream()).isFalse();
    assertThat(WireFixture.request("/api/chat", "{}").stream()).as("unless told not to").isTrue();
    assertThat(request.systemText()).isEqualTo("Be short.");
    assertThat(request.lastUserText()).isEqualTo("1 + 1?");
    assertThat(request.toolNames()).containsExactly("add");
    assertThat(request.toolResults()).containsExactly("2");
    assertThat(request.endsWithToolResult()).isTrue();
    assertThat(request.messages())
        .contains(
            new LlmRequest.Message(
                "assistant", "", List.of(new ToolCall("", "add", "{\"a\":1}")), null),
            new LlmRequest.Message("tool", "2", List.of(), "add"));
  }

  private static String chunk(String message) {
    return HEAD + "{\"role\":\"assistant\"," + message + "},\"done\":false}";
  }
}
