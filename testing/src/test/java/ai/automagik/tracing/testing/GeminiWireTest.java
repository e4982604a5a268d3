package ai.automagik.tracing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GeminiWireTest {
  private static final String PATH = "/v1beta/models/gemini-2.5-flash:generateContent";
  private static final String STREAM_PATH = "/v1beta/models/gemini-2.5-flash:streamGenerateContent";

  private final Dialect.Wire wire = Dialect.GEMINI.wire();

  @Test
  void writesAResponse() {
    WireFixture.assertJson(
        wire.body(WireFixture.HEAD, WireFixture.EVERYTHING),
        """
        {"candidates":[{"content":{"parts":[
           {"text":"It is a sum.","thought":true},
           {"text":"One moment."},
           {"functionCall":{"id":"call_1","name":"add","args":{"a":1,"b":[2]}}}],
          "role":"model"},"finishReason":"STOP","index":0}],
        """
            + USAGE);
  }

  @Test
  void writesAResponseWithoutCandidates() {
    WireFixture.assertJson(
        wire.body(WireFixture.HEAD, LlmReply.emptyChoices()),
        """
        {"usageMetadata":{"promptTokenCount":12,"candidatesTokenCount":7,"totalTokenCount":19,
          "promptTokensDetails":[{"modality":"TEXT","tokenCount":12}]},
         "modelVersion":"some-model","responseId":"fake000007"}""");
  }

  @Test
  void streamsResponses() {
    List<String> chunks =
        wire.chunks(
            WireFixture.HEAD, WireFixture.request(STREAM_PATH, "{}"), WireFixture.EVERYTHING);

    assertThat(chunks)
        .allSatisfy(chunk -> assertThat(chunk).startsWith("data: {").endsWith("}\r\n\r\n"));
    WireFixture.assertJsons(
        chunks.stream().map(chunk -> chunk.substring("data: ".length())).toList(),
        chunk("{\"text\":\"It\",\"thought\":true}", ""),
        chunk("{\"text\":\" is\",\"thought\":true}", ""),
        chunk("{\"text\":\" a\",\"thought\":true}", ""),
        chunk("{\"text\":\" sum.\",\"thought\":true}", ""),
        chunk("{\"text\":\"One\"}", ""),
        chunk("{\"text\":\" moment.\"}", ""),
        chunk(
            "{\"functionCall\":{\"id\":\"call_1\",\"name\":\"add\",\"args\":{\"a\":1,\"b\":[2]}}}",
            "\"finishReason\":\"STOP\","));
  }

  @Test
  void writesErrors() {
    WireFixture.assertJson(
        wire.error(429, wire.errorMessage(429, "m")),
        """
        {"error":{"code":429,"message":"You exceeded your current quota, please check your plan \
        and billing details.","status":"RESOURCE_EXHAUSTED"}}""");
    assertThat(wire.error(401, "x")).contains("\"UNAUTHENTICATED\"");
    assertThat(wire.error(500, "x")).contains("\"INTERNAL\"");
    assertThat(wire.error(503, "x")).contains("\"UNAVAILABLE\"");
  }

  @Test
  void readsRequests() {
    LlmRequest request =
        WireFixture.request(
            PATH,
            """
            {"systemInstruction":{"parts":[{"text":"Be short."}]},
             "tools":[{"functionDeclarations":[{"name":"add"},{"name":"now"}]}],
             "contents":[
              {"role":"user","parts":[{"text":"1 + "},{"text":"1?"}]},
              {"role":"model","parts":[{"text":"Hm","thought":true},{"text":"Wait."},
                {"functionCall":{"name":"add","args":{"a":1}}}]},
              {"role":"user","parts":[
                {"functionResponse":{"name":"add","response":{"response":"2"}}}]}]}""");

    assertThat(request.model()).isEqualTo("gemini-2.5-flash");
    assertThat(request.stream()).isFalse();
    assertThat(WireFixture.request(STREAM_PATH, "{}").stream()).isTrue();
    assertThat(WireFixture.request(STREAM_PATH, "{}").model()).isEqualTo("gemini-2.5-flash");
    assertThat(request.systemText()).isEqualTo("Be short.");
    assertThat(request.lastUserText()).isEqualTo("1 + 1?");
    assertThat(request.toolNames()).containsExactly("add", "now");
    assertThat(request.toolResults()).containsExactly("{\"response\":\"2\"}");
    assertThat(request.endsWithToolResult()).isTrue();
    assertThat(request.messages())
        .contains(
            new LlmRequest.Message(
                "assistant", "Wait.", List.of(new ToolCall("", "add", "{\"a\":1}")), null),
            new LlmRequest.Message("tool", "{\"response\":\"2\"}", List.of(), "add"));
  }

  private static final String USAGE =
      """
       "usageMetadata":{"promptTokenCount":100,"candidatesTokenCount":12,"totalTokenCount":120,
        "promptTokensDetails":[{"modality":"TEXT","tokenCount":100}],
        "cachedContentTokenCount":64,"thoughtsTokenCount":8},
       "modelVersion":"some-model","responseId":"fake000007"}""";

  private static String chunk(String part, String finishReason) {
    return "{\"candidates\":[{\"content\":{\"parts\":["
        + part
        + "],\"role\":\"model\"},"
        + finishReason
        + "\"index\":0}],"
        + USAGE;
  }
}
