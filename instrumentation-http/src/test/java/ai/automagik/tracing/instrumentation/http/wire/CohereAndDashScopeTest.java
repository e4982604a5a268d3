package ai.automagik.tracing.instrumentation.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.trace.Attribute;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CohereAndDashScopeTest {
  @Test
  void secondVersionOfCohere() {
    Decoded decoded =
        Decoded.json(
            "cohere.chat",
            """
            {"model":"command-a-03-2025","p":0.75,"k":10,"max_tokens":50,"messages":[
              {"role":"system","content":"be kind"},{"role":"user","content":"time?"},
              {"role":"assistant","tool_plan":"I will look","tool_calls":[{"id":"c1","type":"function",
                "function":{"name":"get_time","arguments":"{}"}}]},
              {"role":"tool","tool_call_id":"c1","content":[{"type":"document","document":{"data":"10:15"}}]}]}""",
            """
            {"id":"r1","finish_reason":"COMPLETE","message":{"role":"assistant","content":[
              {"type":"thinking","thinking":"Hm"},{"type":"text","text":"10:15."}]},
             "usage":{"billed_units":{"input_tokens":17,"output_tokens":12},
              "tokens":{"input_tokens":215,"output_tokens":12},"cached_tokens":4}}""");

    assertThat(decoded.messages(Attribute.INPUT_MESSAGES).subList(0, 3))
        .containsExactly(
            "system: be kind", "user: time?", "assistant: <I will look> c1=get_time{}");
    assertThat(decoded.messages(Attribute.INPUT_MESSAGES).get(3))
        .startsWith("tool: c1->")
        .contains("10:15");
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: <Hm> 10:15. (stop)");
    assertThat(decoded.get(Attribute.REQUEST_TOP_P)).isEqualTo(0.75);
    assertThat(decoded.get(Attribute.USAGE_INPUT_TOKENS)).as("billed").isEqualTo(17L);
    assertThat(decoded.get(Attribute.USAGE_CACHE_READ_TOKENS)).isEqualTo(4L);
  }

  @Test
  void secondVersionOfCohereStreamed() {
    Decoded decoded =
        Decoded.events(
            "cohere.chat",
            "{}",
            """
            event: message-start
            data: {"id":"r1","type":"message-start","delta":{"message":{"role":"assistant","content":[],"tool_plan":"","tool_calls":[],"citations":[]}}}

            event: tool-plan-delta
            data: {"type":"tool-plan-delta","delta":{"message":{"tool_plan":"I will look"}}}

            event: tool-call-start
            data: {"type":"tool-call-start","index":0,"delta":{"message":{"tool_calls":{"id":"c1","type":"function","function":{"name":"get_time","arguments":""}}}}}

            event: tool-call-delta
            data: {"type":"tool-call-delta","index":0,"delta":{"message":{"tool_calls":{"function":{"arguments":"{}"}}}}}

            event: content-start
            data: {"type":"content-start","index":0,"delta":{"message":{"content":{"type":"text","text":""}}}}

            event: content-delta
            data: {"type":"content-delta","index":0,"delta":{"message":{"content":{"text":"One moment"}}}}

            event: message-end
            data: {"type":"message-end","delta":{"finish_reason":"TOOL_CALL","usage":{"billed_units":{"input_tokens":5,"output_tokens":6}}}}

            """);

    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: <I will look> One moment c1=get_time{} (tool_call)");
    assertThat(decoded.get(Attribute.RESPONSE_ID)).isEqualTo("r1");
    assertThat(decoded.get(Attribute.USAGE_OUTPUT_TOKENS)).isEqualTo(6L);
  }

  @Test
  void firstVersionOfCohereInLines() {
    Decoded decoded =
        Decoded.of(
            "cohere.chat",
            """
            {"model":"command-r","preamble":"be kind","message":"time?","stream":true,
             "chat_history":[{"role":"USER","message":"hi"},{"role":"CHATBOT","message":"ho"}]}""",
            200,
            "application/stream+json",
            """
            {"is_finished":false,"event_type":"stream-start","generation_id":"g1"}
            {"is_finished":false,"event_type":"text-generation","text":"10"}
            {"is_finished":false,"event_type":"text-generation","text":":15."}
            {"is_finished":true,"event_type":"stream-end","finish_reason":"MAX_TOKENS","response":{"response_id":"r1","meta":{"tokens":{"input_tokens":8,"output_tokens":4}}}}
            """);

    assertThat(decoded.messages(Attribute.INPUT_MESSAGES))
        .containsExactly("system: be kind", "user: hi", "assistant: ho", "user: time?");
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: 10:15. (length)");
    assertThat(decoded.get(Attribute.USAGE_INPUT_TOKENS)).isEqualTo(8L);
    assertThat(decoded.get(Attribute.RESPONSE_TIME_TO_FIRST_CHUNK)).isNotNull();
  }

  /** Each event has all that there is so far, unless the application wanted pieces. */
  @Test
  void dashScopeWholeAgainAndAgainOrInPieces() {
    assertThat(dashScope("", "10", "10:15.")).containsExactly("assistant: 10:15. (stop)");
    assertThat(dashScope(",\"incremental_output\":true", "10", ":15."))
        .containsExactly("assistant: 10:15. (stop)");
  }

  private static List<String> dashScope(String parameter, String first, String second) {
    Decoded decoded =
        Decoded.events(
            "dashscope",
            "{\"model\":\"qwen-plus\",\"input\":{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"time?\"}]}]},\"parameters\":{\"result_format\":\"message\",\"top_k\":5"
                + parameter
                + "}}",
            """
            id:1
            event:result
            data:{"output":{"choices":[{"message":{"content":"FIRST","role":"assistant"},"finish_reason":"null"}]},"usage":{"total_tokens":9,"output_tokens":1,"input_tokens":8},"request_id":"q1"}

            id:2
            event:result
            data:{"output":{"choices":[{"message":{"content":"SECOND","role":"assistant"},"finish_reason":"stop"}]},"usage":{"total_tokens":12,"output_tokens":4,"input_tokens":8},"request_id":"q1"}

            """
                .replace("FIRST", first)
                .replace("SECOND", second));
    assertThat(decoded.messages(Attribute.INPUT_MESSAGES)).containsExactly("user: time?");
    assertThat(decoded.get(Attribute.REQUEST_MODEL)).isEqualTo("qwen-plus");
    assertThat(decoded.get(Attribute.REQUEST_TOP_K)).isEqualTo(5L);
    assertThat(decoded.get(Attribute.USAGE_OUTPUT_TOKENS)).isEqualTo(4L);
    assertThat(decoded.get(Attribute.RESPONSE_ID)).isEqualTo("q1");
    return decoded.messages(Attribute.OUTPUT_MESSAGES);
  }
}
