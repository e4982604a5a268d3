package ai.automagik.tracing.instrumentation.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.trace.Attribute;
import org.junit.jupiter.api.Test;

final class OpenAiChatTest {
  private static final String REQUEST =
      """
      {"model":"gpt-4o-mini","temperature":0.2,"top_p":0.9,"max_completion_tokens":100,"seed":7,
       "n":2,"stop":["END"],"stream":true,"reasoning_effort":"low","service_tier":"flex",
       "response_format":{"type":"json_schema","json_schema":{}},
       "tools":[{"type":"function","function":{"name":"get_time","description":"tells it",
         "parameters":{"type":"object"}}}],
       "messages":[
        {"role":"developer","content":"be kind"},
        {"role":"user","content":[{"type":"text","text":"what is this?"},
          {"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]},
        {"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function",
          "function":{"name":"get_time","arguments":"{}"}}]},
        {"role":"tool","tool_call_id":"c1","content":"10:15"}]}""";

  @Test
  void request() {
    Decoded decoded = Decoded.json("openai.chat", REQUEST, "{}");

    assertThat(decoded.get(Attribute.REQUEST_MODEL)).isEqualTo("gpt-4o-mini");
    assertThat(decoded.get(Attribute.REQUEST_TEMPERATURE)).isEqualTo(0.2);
    assertThat(decoded.get(Attribute.REQUEST_MAX_TOKENS)).isEqualTo(100L);
    assertThat(decoded.get(Attribute.REQUEST_SEED)).isEqualTo(7L);
    assertThat(decoded.get(Attribute.REQUEST_CHOICE_COUNT)).isEqualTo(2L);
    assertThat(decoded.get(Attribute.REQUEST_STOP_SEQUENCES)).asString().isEqualTo("[END]");
    assertThat(decoded.get(Attribute.REQUEST_STREAM)).isEqualTo(true);
    assertThat(decoded.get(Attribute.REQUEST_REASONING_LEVEL)).isEqualTo("low");
    assertThat(decoded.get(Attribute.OPENAI_REQUEST_SERVICE_TIER)).isEqualTo("flex");
    assertThat(decoded.get(Attribute.OUTPUT_TYPE)).isEqualTo("json");
    assertThat(decoded.messages(Attribute.INPUT_MESSAGES))
        .containsExactly(
            "system: be kind",
            "user: what is this? image image/png AAAA",
            "assistant: c1=get_time{}",
            "tool: c1->10:15");
  }

  @Test
  void answerWithToolCallsAndDetailedUsage() {
    Decoded decoded =
        Decoded.json(
            "openai.chat",
            REQUEST,
            """
            {"id":"chatcmpl-1","object":"chat.completion","model":"gpt-4o-mini-2024-07-18",
             "system_fingerprint":"fp_1","service_tier":"default",
             "choices":[
              {"index":0,"message":{"role":"assistant","content":"Wait.","tool_calls":[
                {"id":"c2","type":"function","function":{"name":"get_time","arguments":"{\\"a\\":1}"}}]},
               "finish_reason":"tool_calls"},
              {"index":1,"message":{"role":"assistant","content":null,"refusal":"No."},
               "finish_reason":"content_filter"}],
             "usage":{"prompt_tokens":30,"completion_tokens":20,"total_tokens":50,
               "prompt_tokens_details":{"cached_tokens":10},
               "completion_tokens_details":{"reasoning_tokens":5}}}""");

    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly(
            "assistant: Wait. c2=get_time{\"a\":1} (tool_call)", "assistant: No. (content_filter)");
    assertThat(decoded.get(Attribute.RESPONSE_FINISH_REASONS))
        .asString()
        .isEqualTo("[tool_call, content_filter]");
    assertThat(decoded.get(Attribute.RESPONSE_ID)).isEqualTo("chatcmpl-1");
    assertThat(decoded.get(Attribute.RESPONSE_MODEL)).isEqualTo("gpt-4o-mini-2024-07-18");
    assertThat(decoded.get(Attribute.OPENAI_RESPONSE_SYSTEM_FINGERPRINT)).isEqualTo("fp_1");
    assertThat(decoded.get(Attribute.USAGE_INPUT_TOKENS)).isEqualTo(30L);
    assertThat(decoded.get(Attribute.USAGE_OUTPUT_TOKENS)).isEqualTo(20L);
    assertThat(decoded.get(Attribute.USAGE_CACHE_READ_TOKENS)).isEqualTo(10L);
    assertThat(decoded.get(Attribute.USAGE_REASONING_TOKENS)).isEqualTo(5L);
  }

  @Test
  void streamWithReasoningToolCallInPiecesAndUsageAtTheEnd() {
    Decoded decoded =
        Decoded.events(
            "openai.chat",
            REQUEST,
            """
            data: {"id":"s1","model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":""}}]}

            data: {"id":"s1","model":"m","choices":[{"index":0,"delta":{"reasoning_content":"Hm"}}]}

            data: {"id":"s1","model":"m","choices":[{"index":0,"delta":{"content":"Let "}}]}

            data: {"id":"s1","model":"m","choices":[{"index":0,"delta":{"content":"me see."}}]}

            data: {"id":"s1","model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"c1","function":{"name":"get_time","arguments":""}}]}}]}

            data: {"id":"s1","model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\\"a\\""}}]}}]}

            data: {"id":"s1","model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":":1}"}}]}}]}

            data: {"id":"s1","model":"m","choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}

            data: {"id":"s1","model":"m","choices":[],"usage":{"prompt_tokens":9,"completion_tokens":4}}

            data: [DONE]

            """);

    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: <Hm> Let me see. c1=get_time{\"a\":1} (tool_call)");
    assertThat(decoded.get(Attribute.USAGE_INPUT_TOKENS)).isEqualTo(9L);
    assertThat(decoded.get(Attribute.RESPONSE_TIME_TO_FIRST_CHUNK)).isNotNull();
  }

  /** A stream that breaks off keeps what came, and says that it is not whole. */
  @Test
  void brokenStream() {
    Decoded decoded =
        Decoded.events(
            "openai.chat",
            REQUEST,
            """
            data: {"id":"s1","model":"m","choices":[{"index":0,"delta":{"content":"Half an ans"}}]}

            data: {"id":"s1","model":"m","choi""");

    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: Half an ans (error)");
    assertThat(decoded.get(Attribute.RESPONSE_FINISH_REASONS)).isNull();
  }

  @Test
  void errorWithTheProvidersWordForIt() {
    Decoded decoded =
        Decoded.of(
            "openai.chat",
            REQUEST,
            429,
            "application/json",
            """
            {"error":{"message":"Slow down.","type":"requests","param":null,
             "code":"rate_limit_exceeded"}}""");

    assertThat(decoded.get(Attribute.ERROR_TYPE)).isEqualTo("rate_limit_exceeded");
    assertThat(decoded.get(Attribute.STATUS_MESSAGE)).isEqualTo("Slow down.");
    assertThat(decoded.get(Attribute.HTTP_STATUS_CODE)).isEqualTo(429L);
  }

  @Test
  void errorInTheMiddleOfAStream() {
    Decoded decoded =
        Decoded.events(
            "openai.chat",
            REQUEST,
            """
            data: {"id":"s1","choices":[{"index":0,"delta":{"content":"Ha"}}]}

            data: {"error":{"message":"The server is overloaded.","type":"server_error"}}

            """);

    assertThat(decoded.get(Attribute.ERROR_TYPE)).isEqualTo("server_error");
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: Ha (error)");
  }

  @Test
  void olderCompletions() {
    Decoded decoded =
        Decoded.json(
            "openai.completion",
            "{\"model\":\"gpt-3.5-turbo-instruct\",\"prompt\":\"Say hi\"}",
            """
            {"id":"cmpl-1","choices":[{"index":0,"text":"hi","finish_reason":"length"}],
             "usage":{"prompt_tokens":2,"completion_tokens":1}}""");

    assertThat(decoded.messages(Attribute.INPUT_MESSAGES)).containsExactly("user: Say hi");
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: hi (length)");
  }
}
