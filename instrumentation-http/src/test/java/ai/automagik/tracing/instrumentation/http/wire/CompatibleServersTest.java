package ai.automagik.tracing.instrumentation.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import org.junit.jupiter.api.Test;

/** What servers that speak OpenAI's chat completions do otherwise. */
final class CompatibleServersTest {
  private static final String REQUEST =
      "{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

  @Test
  void azureBeginsWithAChunkOfEmptyNames() {
    Decoded decoded =
        Decoded.events(
            "openai.chat",
            REQUEST,
            """
            data: {"choices":[],"created":0,"id":"","model":"","object":"","prompt_filter_results":[{"prompt_index":0,"content_filter_results":{}}]}

            data: {"choices":[{"delta":{"content":"Hello","role":"assistant"},"finish_reason":null,"index":0}],"id":"chatcmpl-7","model":"gpt-4o-2024-08-06","usage":null}

            data: {"choices":[{"delta":{},"finish_reason":"stop","index":0}],"id":"chatcmpl-7","model":"gpt-4o-2024-08-06"}

            data: [DONE]

            """);

    assertThat(decoded.get(Attribute.RESPONSE_ID)).isEqualTo("chatcmpl-7");
    assertThat(decoded.get(Attribute.RESPONSE_MODEL)).isEqualTo("gpt-4o-2024-08-06");
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: Hello (stop)");
  }

  @Test
  void reasoningThatIsCountedApart() {
    assertThat(
            outputTokens(
                """
                {"prompt_tokens":32,"completion_tokens":9,"total_tokens":135,
                 "completion_tokens_details":{"reasoning_tokens":94,"audio_tokens":0}}"""))
        .as("xAI")
        .isEqualTo(103L);
    assertThat(
            outputTokens(
                """
                {"prompt_tokens":33,"completion_tokens":7163,"total_tokens":7196,
                 "citation_tokens":20016,"num_search_queries":20,"reasoning_tokens":73997}"""))
        .as("Perplexity")
        .isEqualTo(81160L);
    assertThat(
            outputTokens(
                """
                {"prompt_tokens":19,"completion_tokens":100,"total_tokens":119,
                 "completion_tokens_details":{"reasoning_tokens":94}}"""))
        .as("OpenAI")
        .isEqualTo(100L);
  }

  private static Object outputTokens(String usage) {
    return Decoded.json("openai.chat", REQUEST, "{\"usage\":" + usage + "}")
        .get(Attribute.USAGE_OUTPUT_TOKENS);
  }

  @Test
  void groqReportsUsageInAMemberOfItsOwn() {
    Decoded decoded =
        Decoded.events(
            "openai.chat",
            REQUEST,
            """
            data: {"id":"c","choices":[{"index":0,"delta":{"reasoning":"Hm","channel":"analysis"}}],"x_groq":{"id":"req_1"}}

            data: {"id":"c","choices":[{"index":0,"delta":{"content":"hi"},"finish_reason":"stop"}],"x_groq":{"id":"req_1","usage":{"prompt_tokens":11,"completion_tokens":3}}}

            """);

    assertThat(decoded.get(Attribute.USAGE_INPUT_TOKENS)).isEqualTo(11L);
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: <Hm> hi (stop)");
  }

  @Test
  void mistralThinksInPartsOfTheContent() {
    Decoded decoded =
        Decoded.events(
            "openai.chat",
            """
            {"model":"magistral-medium","random_seed":3,"messages":[{"role":"user","content":[
              {"type":"text","text":"read"},{"type":"document_url","document_url":"https://x.example/a.pdf"},
              {"type":"image_url","image_url":"https://x.example/b.png"}]}]}""",
            """
            data: {"id":"c","choices":[{"index":0,"delta":{"content":[{"type":"thinking","thinking":[{"type":"text","text":"H"}]}]}}]}

            data: {"id":"c","choices":[{"index":0,"delta":{"content":[{"type":"thinking","thinking":[{"type":"text","text":"m"}]}]}}]}

            data: {"id":"c","choices":[{"index":0,"delta":{"content":"yes","tool_calls":[{"id":"a1","function":{"name":"f","arguments":{"x":1}},"index":0}]},"finish_reason":"tool_calls"}]}

            """);

    assertThat(decoded.messages(Attribute.INPUT_MESSAGES))
        .containsExactly(
            "user: read document null https://x.example/a.pdf image null https://x.example/b.png");
    assertThat(decoded.get(Attribute.INPUT_MULTIMODAL)).isEqualTo(true);
    assertThat(decoded.get(Attribute.REQUEST_SEED)).isEqualTo(3L);
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: <Hm> yes a1=f{\"x\":1} (tool_call)");
  }

  /** Without an index, or with the same for all, the id tells calls apart. */
  @Test
  void callsThatAreToldApartByTheirIds() {
    for (String index : new String[] {"", "\"index\":0,"}) {
      Decoded decoded =
          Decoded.events(
              "openai.chat",
              REQUEST,
              """
              data: {"choices":[{"index":0,"delta":{"tool_calls":[{INDEX"id":"a","function":{"name":"f","arguments":"{}"}}]}}]}

              data: {"choices":[{"index":0,"delta":{"tool_calls":[{INDEX"id":"b","function":{"name":"g","arguments":"{"}}]}}]}

              data: {"choices":[{"index":0,"delta":{"tool_calls":[{INDEX"function":{"arguments":"}"}}]},"finish_reason":"tool_calls"}]}

              """
                  .replace("INDEX", index));

      assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
          .containsExactly("assistant: a=f{} b=g{} (tool_call)");
    }
  }

  @Test
  void openRouterFailsInTheMiddleAndStillHasChoices() {
    Decoded decoded =
        Decoded.events(
            "openai.chat",
            REQUEST,
            """
            : OPENROUTER PROCESSING

            data: {"id":"gen-1","choices":[{"index":0,"delta":{"content":"Ha"}}]}

            data: {"id":"gen-1","error":{"code":502,"message":"Provider disconnected"},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]}

            """);

    assertThat(decoded.get(Attribute.ERROR_TYPE)).isEqualTo("502");
    assertThat(decoded.get(Attribute.STATUS_MESSAGE)).isEqualTo("Provider disconnected");
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: Ha (error)");
  }

  @Test
  void perplexitySaysWhatItFound() {
    Decoded decoded =
        Decoded.json(
            "openai.chat",
            REQUEST,
            """
            {"id":"p","model":"sonar","citations":["https://a.example"],
             "search_results":[{"title":"A","url":"https://a.example","date":"2025-01-01"}],
             "choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"yes [1]"}}]}""");

    assertThat(decoded.get(Attribute.RETRIEVAL_DOCUMENTS))
        .isEqualTo(
            new Message.Documents(
                java.util.List.of(new Message.Document("https://a.example", null, "A"))));
  }

  @Test
  void soundInAndOut() {
    Decoded decoded =
        Decoded.json(
            "openai.chat",
            """
            {"model":"gpt-4o-audio-preview","modalities":["text","audio"],"audio":{"voice":"alloy","format":"wav"},
             "messages":[{"role":"user","content":[{"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}}]}]}""",
            """
            {"id":"c","choices":[{"index":0,"message":{"role":"assistant","content":null,
              "audio":{"id":"audio_1","data":"UklGRg==","transcript":"Hello."}},"finish_reason":"stop"}],
             "usage":{"prompt_tokens":30,"completion_tokens":20,
              "prompt_tokens_details":{"audio_tokens":25,"cached_tokens":0},
              "completion_tokens_details":{"audio_tokens":15,"text_tokens":5}}}""");

    assertThat(decoded.get(Attribute.OUTPUT_TYPE)).isEqualTo("speech");
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: Hello. audio audio/wav UklGRg== (stop)");
    assertThat(decoded.get(Attribute.USAGE_AUDIO_INPUT_TOKENS)).isEqualTo(25L);
    assertThat(decoded.get(Attribute.USAGE_AUDIO_OUTPUT_TOKENS)).isEqualTo(15L);
  }

  @Test
  void completionsAreTextCompletions() {
    assertThat(WireCall.operation("openai.completion", null)).isEqualTo(Operation.TEXT_COMPLETION);
    Decoded fim =
        Decoded.json(
            "openai.completion",
            "{\"model\":\"codestral\",\"prompt\":\"def f(\",\"suffix\":\"return 1\"}",
            """
            {"id":"x","model":"codestral","choices":[{"index":0,"message":{"role":"assistant",
             "content":"a):"},"finish_reason":"stop"}],"usage":{"prompt_tokens":8,"completion_tokens":2}}""");
    Decoded watsonx =
        Decoded.json(
            "openai.completion",
            "{\"model_id\":\"ibm/granite\",\"input\":\"hi\",\"parameters\":{\"max_new_tokens\":9}}",
            """
            {"model_id":"ibm/granite","results":[{"generated_text":"ho","generated_token_count":2,
             "input_token_count":1,"stop_reason":"eos_token"}]}""");

    assertThat(fim.messages(Attribute.OUTPUT_MESSAGES)).containsExactly("assistant: a): (stop)");
    assertThat(watsonx.messages(Attribute.OUTPUT_MESSAGES)).containsExactly("assistant: ho (stop)");
    assertThat(watsonx.get(Attribute.REQUEST_MAX_TOKENS)).isEqualTo(9L);
    assertThat(watsonx.get(Attribute.USAGE_OUTPUT_TOKENS)).isEqualTo(2L);
  }
}
