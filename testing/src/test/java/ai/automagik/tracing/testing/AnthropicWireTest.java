package ai.automagik.tracing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnthropicWireTest {
  private final Dialect.Wire wire = Dialect.ANTHROPIC.wire();

  @Test
  void writesAMessage() {
    WireFixture.assertJson(
        wire.body(WireFixture.HEAD, WireFixture.EVERYTHING),
        """
        {"id":"msg_fake000007","type":"message","role":"assistant","model":"some-model","content":[
          {"type":"thinking","thinking":"It is a sum.","signature":"EqQBCgIYAhIkZmFrZQ=="},
          {"type":"text","text":"One moment."},
          {"type":"tool_use","id":"call_1","name":"add","input":{"a":1,"b":[2]}}],
         "stop_reason":"tool_use","stop_sequence":null,
         "usage":{"input_tokens":20,"cache_creation_input_tokens":16,"cache_read_input_tokens":64,
          "output_tokens":20,"service_tier":"standard"}}""");
  }

  @Test
  void writesAMessageWithoutContent() {
    WireFixture.assertJson(
        wire.body(WireFixture.HEAD, LlmReply.emptyChoices().withUsage(null)),
        """
        {"id":"msg_fake000007","type":"message","role":"assistant","model":"some-model",
         "content":[],"stop_reason":"end_turn","stop_sequence":null}""");
  }

  @Test
  void streamsEvents() {
    List<String> chunks =
        wire.chunks(WireFixture.HEAD, question("\"stream\":true"), WireFixture.EVERYTHING);

    assertThat(chunks)
        .allSatisfy(
            chunk -> {
              Object data = Json.parse(data(chunk));
              assertThat(chunk)
                  .startsWith("event: " + Json.map(data).get("type") + "\ndata: {")
                  .endsWith("}\n\n");
            });
    WireFixture.assertJsons(
        chunks.stream().map(AnthropicWireTest::data).toList(),
        """
        {"type":"message_start","message":{"id":"msg_fake000007","type":"message",
         "role":"assistant","model":"some-model","content":[],"stop_reason":null,
         "stop_sequence":null,"usage":{"input_tokens":20,"cache_creation_input_tokens":16,
         "cache_read_input_tokens":64,"output_tokens":1,"service_tier":"standard"}}}""",
        """
        {"type":"content_block_start","index":0,
         "content_block":{"type":"thinking","thinking":"","signature":""}}""",
        """
        {"type":"ping"}""",
        delta(0, "{\"type\":\"thinking_delta\",\"thinking\":\"It\"}"),
        delta(0, "{\"type\":\"thinking_delta\",\"thinking\":\" is\"}"),
        delta(0, "{\"type\":\"thinking_delta\",\"thinking\":\" a\"}"),
        delta(0, "{\"type\":\"thinking_delta\",\"thinking\":\" sum.\"}"),
        delta(0, "{\"type\":\"signature_delta\",\"signature\":\"EqQBCgIYAhIkZmFrZQ==\"}"),
        "{\"type\":\"content_block_stop\",\"index\":0}",
        """
        {"type":"content_block_start","index":1,"content_block":{"type":"text","text":""}}""",
        delta(1, "{\"type\":\"text_delta\",\"text\":\"One\"}"),
        delta(1, "{\"type\":\"text_delta\",\"text\":\" moment.\"}"),
        "{\"type\":\"content_block_stop\",\"index\":1}",
        """
        {"type":"content_block_start","index":2,
         "content_block":{"type":"tool_use","id":"call_1","name":"add","input":{}}}""",
        delta(2, "{\"type\":\"input_json_delta\",\"partial_json\":\"\"}"),
        delta(2, "{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"a\\\":1,\\\"b\\\":[\"}"),
        delta(2, "{\"type\":\"input_json_delta\",\"partial_json\":\"2]}\"}"),
        "{\"type\":\"content_block_stop\",\"index\":2}",
        """
        {"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},
         "usage":{"output_tokens":20}}""",
        "{\"type\":\"message_stop\"}");
  }

  @Test
  void writesErrors() {
    WireFixture.assertJson(
        wire.error(429, wire.errorMessage(429, "m")),
        """
        {"type":"error","error":{"type":"rate_limit_error",
         "message":"This request would exceed your organization's rate limit."},
         "request_id":"req_fake"}""");
    assertThat(wire.error(401, "x")).contains("\"authentication_error\"");
    assertThat(wire.error(500, "x")).contains("\"api_error\"");
    assertThat(wire.error(529, "x")).contains("\"overloaded_error\"");
  }

  @Test
  void readsRequests() {
    LlmRequest request =
        WireFixture.request(
            "/v1/messages",
            """
            {"model":"claude-sonnet-4-5","max_tokens":10,
             "system":[{"type":"text","text":"Be "},{"type":"text","text":"short."}],
             "tools":[{"name":"add","input_schema":{"type":"object"}}],
             "messages":[
              {"role":"user","content":[{"type":"text","text":"1 + 1?"}]},
              {"role":"assistant","content":[{"type":"thinking","thinking":"Hm","signature":"s"},
                {"type":"text","text":"Wait."},
                {"type":"tool_use","id":"c1","name":"add","input":{"a":1}}]},
              {"role":"user","content":[
                {"type":"tool_result","tool_use_id":"c1","content":"2"},
                {"type":"tool_result","tool_use_id":"c2",
                 "content":[{"type":"text","text":"3"}]}]}]}""");

    assertThat(request.model()).isEqualTo("claude-sonnet-4-5");
    assertThat(request.stream()).isFalse();
    assertThat(question("\"stream\":true").stream()).isTrue();
    assertThat(request.systemText()).isEqualTo("Be short.");
    assertThat(request.lastUserText()).isEqualTo("1 + 1?");
    assertThat(request.toolNames()).containsExactly("add");
    assertThat(request.toolResults()).containsExactly("2", "3");
    assertThat(request.endsWithToolResult()).isTrue();
    assertThat(request.messages())
        .contains(
            new LlmRequest.Message(
                "assistant", "Wait.", List.of(new ToolCall("c1", "add", "{\"a\":1}")), null),
            new LlmRequest.Message("tool", "2", List.of(), "c1"));
    assertThat(question("\"system\":\"Plain.\"").systemText()).isEqualTo("Plain.");
  }

  private static LlmRequest question(String member) {
    return WireFixture.request(
        "/v1/messages",
        "{\"model\":\"m\"," + member + ",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}");
  }

  private static String delta(int index, String delta) {
    return "{\"type\":\"content_block_delta\",\"index\":" + index + ",\"delta\":" + delta + "}";
  }

  private static String data(String chunk) {
    return chunk.substring(chunk.indexOf("data: ") + 6);
  }
}
