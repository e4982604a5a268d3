package ai.automagik.tracing.instrumentation.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.trace.Attribute;
import org.junit.jupiter.api.Test;

final class AnthropicMessagesTest {
  private static final String REQUEST =
      """
      {"model":"claude-sonnet-4-5","max_tokens":1024,"temperature":1.0,"top_k":40,
       "system":[{"type":"text","text":"be kind"}],"stop_sequences":["END"],
       "tools":[{"name":"get_time","description":"tells it","input_schema":{"type":"object"}}],
       "messages":[
        {"role":"user","content":"what time is it?"},
        {"role":"assistant","content":[{"type":"thinking","thinking":"Hm","signature":"x"},
          {"type":"tool_use","id":"t1","name":"get_time","input":{"city":"Lisbon"}}]},
        {"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"10:15"}]}]}""";

  @Test
  void requestAndAnswer() {
    Decoded decoded =
        Decoded.json(
            "anthropic",
            REQUEST,
            """
            {"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-4-5-20250929",
             "content":[{"type":"thinking","thinking":"Easy."},{"type":"text","text":"10:15."}],
             "stop_reason":"end_turn","usage":{"input_tokens":10,"cache_read_input_tokens":100,
             "cache_creation_input_tokens":1000,"output_tokens":5}}""");

    assertThat(decoded.messages(Attribute.INPUT_MESSAGES))
        .containsExactly(
            "system: be kind",
            "user: what time is it?",
            "assistant: <Hm> t1=get_time{\"city\":\"Lisbon\"}",
            "tool: t1->10:15");
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: <Easy.> 10:15. (stop)");
    assertThat(decoded.get(Attribute.REQUEST_TOP_K)).isEqualTo(40L);
    assertThat(decoded.get(Attribute.USAGE_INPUT_TOKENS))
        .as("with what was read from and written to the cache")
        .isEqualTo(1110L);
    assertThat(decoded.get(Attribute.USAGE_CACHE_READ_TOKENS)).isEqualTo(100L);
    assertThat(decoded.get(Attribute.USAGE_CACHE_WRITE_TOKENS)).isEqualTo(1000L);
    assertThat(decoded.get(Attribute.USAGE_OUTPUT_TOKENS)).isEqualTo(5L);
  }

  @Test
  void stream() {
    Decoded decoded =
        Decoded.events(
            "anthropic",
            REQUEST,
            """
            event: message_start
            data: {"type":"message_start","message":{"id":"msg_1","model":"claude","usage":{"input_tokens":25,"output_tokens":1}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":""}}

            event: ping
            data: {"type":"ping"}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"Hm"}}

            event: content_block_start
            data: {"type":"content_block_start","index":1,"content_block":{"type":"text","text":""}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"One "}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"moment."}}

            event: content_block_start
            data: {"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"t1","name":"get_time","input":{}}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"{\\"city\\":"}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"\\"Lisbon\\"}"}}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"output_tokens":15}}

            event: message_stop
            data: {"type":"message_stop"}

            """);

    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly(
            "assistant: <Hm> One moment. t1=get_time{\"city\":\"Lisbon\"} (tool_call)");
    assertThat(decoded.get(Attribute.USAGE_INPUT_TOKENS)).isEqualTo(25L);
    assertThat(decoded.get(Attribute.USAGE_OUTPUT_TOKENS)).isEqualTo(15L);
  }

  @Test
  void errorEventEndsAStream() {
    Decoded decoded =
        Decoded.events(
            "anthropic",
            REQUEST,
            """
            event: error
            data: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}

            """);

    assertThat(decoded.get(Attribute.ERROR_TYPE)).isEqualTo("overloaded_error");
    assertThat(decoded.get(Attribute.STATUS_MESSAGE)).isEqualTo("Overloaded");
  }

  /** What runs at Anthropic comes with its result, and thoughts may be encrypted. */
  @Test
  void serverToolsAndRedactedThoughts() {
    Decoded decoded =
        Decoded.json(
            "anthropic",
            """
            {"model":"claude-opus-4-1","max_tokens":10,"thinking":{"type":"enabled","budget_tokens":2048},
             "tools":[{"type":"web_search_20250305","name":"web_search"}],
             "messages":[{"role":"user","content":[{"type":"tool_result","tool_use_id":"t0",
               "content":[{"type":"text","text":"see"},{"type":"image","source":{"type":"base64",
               "media_type":"image/png","data":"AAAA"}}]}]}]}""",
            """
            {"id":"msg_2","type":"message","role":"assistant","model":"claude-opus-4-1-20250805",
             "content":[{"type":"redacted_thinking","data":"Emw"},
              {"type":"server_tool_use","id":"s1","name":"web_search","input":{"query":"time"}},
              {"type":"web_search_tool_result","tool_use_id":"s1","content":[{"type":"web_search_result",
                "title":"Time","url":"https://time.example","encrypted_content":"x"}]},
              {"type":"text","text":"Noon."}],"stop_reason":"pause_turn",
             "usage":{"input_tokens":5,"output_tokens":7,"cache_creation_input_tokens":300,
              "cache_creation":{"ephemeral_5m_input_tokens":100,"ephemeral_1h_input_tokens":200},
              "server_tool_use":{"web_search_requests":1}}}""");

    assertThat(decoded.messages(Attribute.INPUT_MESSAGES).get(0)).startsWith("tool: t0->[Text");
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES).get(0))
        .startsWith(
            "assistant: Other[type=redacted_thinking] s1=web_search{\"query\":\"time\"} s1->")
        .contains("https://time.example")
        .endsWith("Noon. (pause_turn)");
    assertThat(decoded.get(Attribute.REQUEST_THINKING_BUDGET_TOKENS)).isEqualTo(2048L);
    assertThat(decoded.get(Attribute.USAGE_INPUT_TOKENS)).isEqualTo(305L);
    assertThat(decoded.get(Attribute.USAGE_CACHE_WRITE_1H_TOKENS)).isEqualTo(200L);
  }

  /** Some gateways end a stream with counts of nothing but the output. */
  @Test
  void countsOfAStreamNeverShrink() {
    Decoded decoded =
        Decoded.events(
            "anthropic",
            REQUEST,
            """
            data: {"type":"message_start","message":{"id":"msg_1","usage":{"input_tokens":25,"cache_read_input_tokens":7}}}

            data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"input_tokens":0,"cache_read_input_tokens":0,"output_tokens":15}}

            """);

    assertThat(decoded.get(Attribute.USAGE_INPUT_TOKENS)).isEqualTo(32L);
    assertThat(decoded.get(Attribute.USAGE_CACHE_READ_TOKENS)).isEqualTo(7L);
  }
}
