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
}
