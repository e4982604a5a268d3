package ai.automagik.tracing.instrumentation.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import org.junit.jupiter.api.Test;

final class OtherDialectsTest {
  @Test
  void gemini() {
    Decoded decoded =
        Decoded.events(
            "gemini",
            """
            {"systemInstruction":{"parts":[{"text":"be kind"}]},
             "contents":[{"role":"user","parts":[{"text":"time?"},
               {"inlineData":{"mimeType":"image/png","data":"AAAA"}}]},
              {"role":"model","parts":[{"functionCall":{"name":"get_time","args":{"city":"Lisbon"}}}]},
              {"role":"user","parts":[{"functionResponse":{"name":"get_time","response":{"t":"10"}}}]}],
             "generationConfig":{"temperature":0.5,"maxOutputTokens":64,"candidateCount":1,
               "responseMimeType":"application/json"}}""",
            """
            data: {"candidates":[{"content":{"role":"model","parts":[{"text":"Hm","thought":true}]},"index":0}],"modelVersion":"gemini-2.5-flash","responseId":"r1"}

            data: {"candidates":[{"content":{"parts":[{"text":"It is "}]},"index":0}]}

            data: {"candidates":[{"content":{"parts":[{"text":"10:15."}]},"finishReason":"STOP","index":0}],"usageMetadata":{"promptTokenCount":11,"candidatesTokenCount":6,"thoughtsTokenCount":20,"cachedContentTokenCount":4}}

            """);

    assertThat(decoded.messages(Attribute.INPUT_MESSAGES))
        .containsExactly(
            "system: be kind",
            "user: time? image image/png AAAA",
            "assistant: null=get_time{\"city\":\"Lisbon\"}",
            "tool: null->{\"t\":\"10\"}");
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: <Hm> It is 10:15. (stop)");
    assertThat(decoded.get(Attribute.RESPONSE_MODEL)).isEqualTo("gemini-2.5-flash");
    assertThat(decoded.get(Attribute.USAGE_OUTPUT_TOKENS)).as("with thoughts").isEqualTo(26L);
    assertThat(decoded.get(Attribute.USAGE_CACHE_READ_TOKENS)).isEqualTo(4L);
  }

  @Test
  void geminiWithTwoCandidatesAndToolsOfItsOwn() {
    Decoded decoded =
        Decoded.events(
            "gemini",
            """
            {"system_instruction":{"parts":{"text":"be kind"}},"contents":{"parts":{"text":"1+1?"}},
             "tools":[{"googleSearch":{}},{"functionDeclarations":[{"name":"get_time"}]}],
             "generationConfig":{"candidateCount":2,"thinkingConfig":{"thinkingBudget":512}}}""",
            """
            data: {"candidates":[{"index":0,"content":{"parts":[{"text":"a"}]}},{"index":1,"content":{"parts":[{"text":"x"}]}}]}

            data: {"candidates":[{"index":0,"content":{"parts":[{"text":"b"},{"executableCode":{"language":"PYTHON","code":"1+1"}},{"codeExecutionResult":{"outcome":"OUTCOME_OK","output":"2"}}]},"finishReason":"STOP"},{"index":1,"content":{"parts":[{"text":"y"},{"functionCall":{"name":"get_time","args":{}}}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":10,"toolUsePromptTokenCount":90,"candidatesTokenCount":4,"promptTokensDetails":[{"modality":"TEXT","tokenCount":7},{"modality":"IMAGE","tokenCount":3}]}}

            """);

    assertThat(decoded.messages(Attribute.INPUT_MESSAGES))
        .containsExactly("system: be kind", "user: 1+1?");
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly(
            "assistant: ab null=code_execution1+1 null->2 (stop)",
            "assistant: xy null=get_time{} (tool_call)");
    assertThat(decoded.get(Attribute.TOOL_DEFINITIONS)).asString().contains("googleSearch");
    assertThat(decoded.get(Attribute.REQUEST_THINKING_BUDGET_TOKENS)).isEqualTo(512L);
    assertThat(decoded.get(Attribute.USAGE_INPUT_TOKENS)).as("with its tools").isEqualTo(100L);
    assertThat(decoded.get(Attribute.USAGE_IMAGE_INPUT_TOKENS)).isEqualTo(3L);
  }

  @Test
  void geminiAsksForATool() {
    Decoded decoded =
        Decoded.json(
            "gemini",
            "{}",
            """
            {"candidates":[{"content":{"parts":[{"text":"Wait. "},
              {"functionCall":{"name":"get_time","args":{}}}]},"finishReason":"STOP"}]}""");

    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: Wait.  null=get_time{} (tool_call)");
  }

  @Test
  void ollamaLines() {
    Decoded decoded =
        Decoded.of(
            "ollama",
            """
            {"model":"qwen3","messages":[{"role":"user","content":"hi","images":["AAAA"]}],
             "options":{"temperature":0.1,"num_predict":20}}""",
            200,
            "application/x-ndjson",
            """
            {"model":"qwen3","message":{"role":"assistant","content":"","thinking":"Hm"},"done":false}
            {"model":"qwen3","message":{"role":"assistant","content":"Hel"},"done":false}
            {"model":"qwen3","message":{"role":"assistant","content":"lo"},"done":false}
            {"model":"qwen3","message":{"role":"assistant","content":""},"done_reason":"stop","done":true,"prompt_eval_count":8,"eval_count":3}
            """);

    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: <Hm> Hello (stop)");
    assertThat(decoded.get(Attribute.REQUEST_STREAM)).as("unless told not to").isEqualTo(true);
    assertThat(decoded.get(Attribute.USAGE_INPUT_TOKENS)).isEqualTo(8L);
    assertThat(decoded.get(Attribute.USAGE_OUTPUT_TOKENS)).isEqualTo(3L);
  }

  @Test
  void responses() {
    Decoded decoded =
        Decoded.json(
            "openai.responses",
            """
            {"model":"gpt-5","instructions":"be kind","input":[
              {"role":"user","content":[{"type":"input_text","text":"time?"}]},
              {"type":"function_call","call_id":"c1","name":"get_time","arguments":"{}"},
              {"type":"function_call_output","call_id":"c1","output":"10:15"}],
             "reasoning":{"effort":"low"},"previous_response_id":"resp_0"}""",
            """
            {"id":"resp_1","model":"gpt-5-2025","status":"completed","output":[
              {"type":"reasoning","summary":[{"type":"summary_text","text":"Hm"}]},
              {"type":"web_search_call","id":"ws_1","action":{"type":"search","query":"time"}},
              {"type":"message","role":"assistant","content":[{"type":"output_text","text":"10:15."}]}],
             "usage":{"input_tokens":20,"input_tokens_details":{"cached_tokens":5},
               "output_tokens":9,"output_tokens_details":{"reasoning_tokens":4}}}""");

    assertThat(decoded.messages(Attribute.INPUT_MESSAGES))
        .containsExactly(
            "system: be kind", "user: time?", "assistant: c1=get_time{}", "tool: c1->10:15");
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly(
            "assistant: <Hm> ws_1=web_search{\"type\":\"search\",\"query\":\"time\"} 10:15. (stop)");
    assertThat(decoded.get(Attribute.REQUEST_PREVIOUS_RESPONSE_ID)).isEqualTo("resp_0");
    assertThat(decoded.get(Attribute.USAGE_REASONING_TOKENS)).isEqualTo(4L);
  }

  @Test
  void toolsThatRunAtOpenAiAndOnesThatDoNot() {
    Decoded decoded =
        Decoded.json(
            "openai.responses",
            """
            {"model":"gpt-5","input":[{"type":"item_reference","id":"msg_0"},
              {"type":"custom_tool_call_output","call_id":"c0","output":"done"}]}""",
            """
            {"id":"resp_1","status":"completed","output":[
              {"type":"mcp_call","id":"mcp_1","name":"roll","server_label":"dice","arguments":"{}","output":"4"},
              {"type":"image_generation_call","id":"ig_1","status":"completed","result":"AAAA","output_format":"webp"},
              {"type":"custom_tool_call","id":"ctc_1","call_id":"c1","name":"run","input":"ls"}]}""");

    assertThat(decoded.messages(Attribute.INPUT_MESSAGES)).containsExactly("tool: c0->done");
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly(
            "assistant: mcp_1=roll{} mcp_1->4 image image/webp AAAA c1=runls (tool_call)");
  }

  @Test
  void responseThatFails() {
    Decoded decoded =
        Decoded.events(
            "openai.responses",
            "{\"model\":\"gpt-5\",\"input\":\"hi\",\"stream\":true}",
            """
            event: response.output_item.done
            data: {"type":"response.output_item.done","output_index":0,"item":{"type":"web_search_call","id":"ws_1","action":{"query":"x"}}}

            event: response.failed
            data: {"type":"response.failed","response":{"id":"resp_1","status":"failed","error":{"code":"server_error","message":"Sorry"},"output":[]}}

            """);

    assertThat(decoded.get(Attribute.ERROR_TYPE)).isEqualTo("server_error");
    assertThat(decoded.get(Attribute.STATUS_MESSAGE)).isEqualTo("Sorry");
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: ws_1=web_search{\"query\":\"x\"} (error)");
  }

  @Test
  void ollamaGeneratesATextCompletion() {
    assertThat(WireCall.operation("ollama.generate", null)).isEqualTo(Operation.TEXT_COMPLETION);
    Decoded decoded =
        Decoded.of(
            "ollama.generate",
            "{\"model\":\"qwen3\",\"prompt\":\"hi\"}",
            200,
            "application/x-ndjson",
            """
            {"model":"qwen3","response":"ho","done":false}
            {"model":"qwen3","response":"","done":true,"done_reason":"stop","eval_count":1}
            """);

    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES)).containsExactly("assistant: ho (stop)");
  }

  @Test
  void brokenStreamOfResponsesKeepsItsPieces() {
    Decoded decoded =
        Decoded.events(
            "openai.responses",
            "{\"model\":\"gpt-5\",\"input\":\"hi\",\"stream\":true}",
            """
            event: response.created
            data: {"type":"response.created","response":{"id":"resp_1","model":"gpt-5","status":"in_progress","output":[]}}

            event: response.output_text.delta
            data: {"type":"response.output_text.delta","output_index":0,"delta":"Half "}

            event: response.output_text.delta
            data: {"type":"response.output_text.delta","output_index":0,"delta":"an answ"}

            """);

    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: Half an answ (error)");
    assertThat(decoded.get(Attribute.RESPONSE_ID)).isEqualTo("resp_1");
  }

  @Test
  void embeddingsOfAllKinds() {
    assertThat(dimensions("{\"data\":[{\"embedding\":[1,2,3]}],\"usage\":{\"prompt_tokens\":5}}"))
        .isEqualTo(3L);
    assertThat(dimensions("{\"data\":[{\"embedding\":\"AAAAAAAAAAA=\"}]}"))
        .as("eight bytes in base 64")
        .isEqualTo(2L);
    assertThat(dimensions("{\"embeddings\":[[1,2]],\"prompt_eval_count\":4}")).isEqualTo(2L);
    assertThat(dimensions("{\"embedding\":{\"values\":[1,2,3,4]}}")).isEqualTo(4L);
    assertThat(dimensions("{\"embeddings\":{\"float\":[[1]]}}")).isEqualTo(1L);
    assertThat(dimensions("{\"data\":[]}")).isNull();
  }

  private static Object dimensions(String response) {
    return Decoded.json("embeddings", "{\"model\":\"m\",\"input\":[\"a\"]}", response)
        .get(Attribute.EMBEDDINGS_DIMENSIONS);
  }
}
