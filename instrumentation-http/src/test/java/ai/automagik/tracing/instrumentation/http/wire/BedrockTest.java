package ai.automagik.tracing.instrumentation.http.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BedrockTest {
  private static final String EVENT_STREAM = "application/vnd.amazon.eventstream";

  private static final String REQUEST =
      """
      {"system":[{"text":"be kind"},{"cachePoint":{"type":"default"}}],
       "messages":[
        {"role":"user","content":[{"text":"time?"},{"image":{"format":"png","source":{"bytes":"AAAA"}}}]},
        {"role":"assistant","content":[{"reasoningContent":{"reasoningText":{"text":"Hm","signature":"x"}}},
          {"toolUse":{"toolUseId":"t1","name":"get_time","input":{"city":"Lisbon"}}}]},
        {"role":"user","content":[{"toolResult":{"toolUseId":"t1","content":[{"json":{"t":"10"}}]}}]}],
       "inferenceConfig":{"maxTokens":512,"temperature":0.5,"topP":0.9,"stopSequences":["END"]},
       "toolConfig":{"tools":[{"toolSpec":{"name":"get_time","description":"tells it",
         "inputSchema":{"json":{"type":"object"}}}}]},
       "guardrailConfig":{"guardrailIdentifier":"g1","guardrailVersion":"1"},
       "additionalModelRequestFields":{"top_k":40,"thinking":{"type":"enabled","budget_tokens":1024}}}""";

  @Test
  void converse() {
    Decoded decoded =
        Decoded.json(
            "bedrock.converse",
            REQUEST,
            """
            {"output":{"message":{"role":"assistant","content":[{"text":"10:15."}]}},"stopReason":"end_turn",
             "usage":{"inputTokens":10,"outputTokens":5,"totalTokens":1115,"cacheReadInputTokens":100,
              "cacheWriteInputTokens":1000,"cacheDetails":[{"ttl":"1h","inputTokens":1000}]},
             "metrics":{"latencyMs":1}}""");

    assertThat(decoded.messages(Attribute.INPUT_MESSAGES))
        .containsExactly(
            "system: be kind",
            "user: time? image image/png AAAA",
            "assistant: <Hm> t1=get_time{\"city\":\"Lisbon\"}",
            "tool: t1->{\"t\":\"10\"}");
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: 10:15. (stop)");
    assertThat(decoded.get(Attribute.USAGE_INPUT_TOKENS)).as("with the cache").isEqualTo(1110L);
    assertThat(decoded.get(Attribute.USAGE_CACHE_READ_TOKENS)).isEqualTo(100L);
    assertThat(decoded.get(Attribute.USAGE_CACHE_WRITE_TOKENS)).isEqualTo(1000L);
    assertThat(decoded.get(Attribute.USAGE_CACHE_WRITE_1H_TOKENS)).isEqualTo(1000L);
    assertThat(decoded.get(Attribute.REQUEST_MAX_TOKENS)).isEqualTo(512L);
    assertThat(decoded.get(Attribute.REQUEST_TOP_K)).isEqualTo(40L);
    assertThat(decoded.get(Attribute.REQUEST_THINKING_BUDGET_TOKENS)).isEqualTo(1024L);
    assertThat(decoded.get(Attribute.BEDROCK_GUARDRAIL_ID)).isEqualTo("g1");
  }

  private static Frames conversation() {
    return new Frames()
        .event("messageStart", "{\"role\":\"assistant\"}")
        .event(
            "contentBlockDelta",
            "{\"contentBlockIndex\":0,\"delta\":{\"reasoningContent\":{\"text\":\"Hm\"}}}")
        .event("contentBlockDelta", "{\"contentBlockIndex\":1,\"delta\":{\"text\":\"Wait.\"}}")
        .event(
            "contentBlockStart",
            "{\"contentBlockIndex\":2,\"start\":{\"toolUse\":{\"toolUseId\":\"t1\",\"name\":\"f\"}}}")
        .event(
            "contentBlockDelta",
            "{\"contentBlockIndex\":2,\"delta\":{\"toolUse\":{\"input\":\"{\\\"a\\\":\"}}}")
        .event(
            "contentBlockDelta",
            "{\"contentBlockIndex\":2,\"delta\":{\"toolUse\":{\"input\":\"1}\"}}}")
        .event("contentBlockStop", "{\"contentBlockIndex\":2}")
        .event("messageStop", "{\"stopReason\":\"tool_use\"}")
        .event("metadata", "{\"usage\":{\"inputTokens\":9,\"outputTokens\":4,\"totalTokens\":13}}");
  }

  private static Decoded streamed(String dialect, String model, byte[] stream) {
    return Decoded.of(
        dialect, model, new byte[0], 200, Map.of("content-type", EVENT_STREAM), stream);
  }

  @Test
  void converseStream() {
    Decoded decoded = streamed("bedrock.converse", "amazon.nova", conversation().bytes());

    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: <Hm> Wait. t1=f{\"a\":1} (tool_call)");
    assertThat(decoded.get(Attribute.USAGE_INPUT_TOKENS)).isEqualTo(9L);
    assertThat(decoded.get(Attribute.RESPONSE_TIME_TO_FIRST_CHUNK)).isNotNull();
  }

  @Test
  void streamThatFails() {
    byte[] stream =
        new Frames()
            .event("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"Half\"}}")
            .exception("throttlingException", "{\"message\":\"Too many tokens\"}")
            .bytes();
    Decoded decoded = streamed("bedrock.converse", "amazon.nova", stream);

    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: Half (error)");
    assertThat(decoded.get(Attribute.ERROR_TYPE)).isEqualTo("throttlingException");
    assertThat(decoded.get(Attribute.STATUS_MESSAGE)).isEqualTo("Too many tokens");
  }

  /** A message that broke off, and one whose checksum does not fit, say nothing. */
  @Test
  void damagedMessages() {
    byte[] stream = conversation().bytes();
    byte[] second = stream.clone();
    int damaged = new String(stream, ISO_8859_1).indexOf("Wait");
    second[damaged]++;

    assertThat(
            streamed("bedrock.converse", null, Arrays.copyOf(stream, stream.length - 3))
                .get(Attribute.USAGE_INPUT_TOKENS))
        .isNull();
    assertThat(streamed("bedrock.converse", null, second).messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: <Hm> t1=f{\"a\":1} (tool_call)");
  }

  /** The end of a stream is read although its middle is missing. */
  @Test
  void longStream() {
    WireCall call = new WireCall("bedrock.converse", null);
    call.responseBegins(200, name -> name.equals("content-type") ? EVENT_STREAM : null);
    byte[] piece =
        new Frames()
            .event("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"ab\"}}")
            .bytes();
    for (int sent = 0; sent < 2 << 20; sent += piece.length) {
      call.responseBytes(ByteBuffer.wrap(piece));
    }
    call.responseBytes(
        ByteBuffer.wrap(
            new Frames().event("metadata", "{\"usage\":{\"outputTokens\":9}}").bytes()));
    call.over();

    assertThat(Decoded.of(call).get(Attribute.USAGE_OUTPUT_TOKENS)).isEqualTo(9L);
  }

  @Test
  void errorIsNamedByAHeader() {
    Decoded decoded =
        Decoded.of(
            "bedrock.converse",
            "amazon.nova",
            REQUEST.getBytes(UTF_8),
            400,
            Map.of(
                "content-type",
                "application/json",
                "x-amzn-errortype",
                "ValidationException:http://internal.amazon.com/"),
            "{\"message\":\"The model id is wrong\"}".getBytes(UTF_8));

    assertThat(decoded.get(Attribute.ERROR_TYPE)).isEqualTo("ValidationException");
    assertThat(decoded.get(Attribute.STATUS_MESSAGE)).isEqualTo("The model id is wrong");
  }

  @Test
  void whatAModelIs() {
    assertThat(operation("us.anthropic.claude-sonnet-4-5-v1:0")).isEqualTo(Operation.CHAT);
    assertThat(operation("amazon.titan-text-express-v1")).isEqualTo(Operation.TEXT_COMPLETION);
    assertThat(operation("amazon.titan-embed-text-v2:0")).isEqualTo(Operation.EMBEDDINGS);
    assertThat(operation("amazon.nova-canvas-v1:0")).isEqualTo(Operation.GENERATE_IMAGE);
    assertThat(operation("cohere.rerank-v3-5:0")).isEqualTo(Operation.RERANK);
    assertThat(operation("arn:aws:bedrock:eu-west-1:1:application-inference-profile/x"))
        .isEqualTo(Operation.CHAT);
  }

  private static Operation operation(String model) {
    return WireCall.operation("bedrock.invoke", model);
  }

  @Test
  void familiesOfModels() {
    Decoded claude =
        invoked(
            "anthropic.claude-3-5-sonnet-v2:0",
            "{\"anthropic_version\":\"bedrock-2023-05-31\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}",
            "{\"content\":[{\"type\":\"text\",\"text\":\"ho\"}],\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":3,\"output_tokens\":2}}");
    Decoded nova =
        invoked(
            "eu.amazon.nova-lite-v1:0",
            "{\"schemaVersion\":\"messages-v1\",\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"hi\"}]}],\"inferenceConfig\":{\"max_new_tokens\":9}}",
            "{\"output\":{\"message\":{\"content\":[{\"text\":\"ho\"}]}},\"stopReason\":\"end_turn\",\"usage\":{\"inputTokens\":3,\"outputTokens\":2}}");
    Decoded titan =
        invoked(
            "amazon.titan-text-lite-v1",
            "{\"inputText\":\"hi\",\"textGenerationConfig\":{\"maxTokenCount\":9,\"topP\":0.5}}",
            "{\"inputTextTokenCount\":3,\"results\":[{\"tokenCount\":2,\"outputText\":\"ho\",\"completionReason\":\"FINISH\"}]}");
    Decoded llama =
        invoked(
            "us.meta.llama3-3-70b-instruct-v1:0",
            "{\"prompt\":\"hi\",\"max_gen_len\":9}",
            "{\"generation\":\"ho\",\"prompt_token_count\":3,\"generation_token_count\":2,\"stop_reason\":\"stop\"}");
    Decoded mistral =
        invoked(
            "mistral.mistral-7b-instruct-v0:2",
            "{\"prompt\":\"hi\",\"max_tokens\":9}",
            "{\"outputs\":[{\"text\":\"ho\",\"stop_reason\":\"stop\"}]}");
    Decoded cohere =
        invoked(
            "cohere.command-r-plus-v1:0",
            "{\"message\":\"hi\",\"max_tokens\":9}",
            "{\"response_id\":\"r\",\"text\":\"ho\",\"finish_reason\":\"COMPLETE\"}");

    for (Decoded decoded : new Decoded[] {claude, nova, titan, llama, mistral, cohere}) {
      assertThat(decoded.messages(Attribute.INPUT_MESSAGES)).containsExactly("user: hi");
      assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
          .containsExactly("assistant: ho (stop)");
      assertThat(decoded.get(Attribute.REQUEST_MAX_TOKENS)).isEqualTo(9L);
      assertThat(decoded.get(Attribute.USAGE_INPUT_TOKENS)).isEqualTo(3L);
      assertThat(decoded.get(Attribute.USAGE_OUTPUT_TOKENS)).isEqualTo(2L);
    }
  }

  private static Decoded invoked(String model, String request, String response) {
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", "application/json");
    headers.put("x-amzn-bedrock-input-token-count", "3");
    headers.put("x-amzn-bedrock-output-token-count", "2");
    return Decoded.of(
        "bedrock.invoke", model, request.getBytes(UTF_8), 200, headers, response.getBytes(UTF_8));
  }

  @Test
  void familiesOfModelsStreamed() {
    byte[] claude =
        new Frames()
            .chunk(
                "{\"type\":\"message_start\",\"message\":{\"id\":\"m\",\"usage\":{\"input_tokens\":3}}}")
            .chunk(
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"ho\"}}")
            .chunk(
                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":2}}")
            .bytes();
    byte[] nova =
        new Frames()
            .chunk("{\"contentBlockDelta\":{\"contentBlockIndex\":0,\"delta\":{\"text\":\"ho\"}}}")
            .chunk("{\"messageStop\":{\"stopReason\":\"end_turn\"}}")
            .chunk("{\"metadata\":{\"usage\":{\"inputTokens\":3,\"outputTokens\":2}}}")
            .bytes();
    byte[] mistral =
        new Frames()
            .chunk("{\"outputs\":[{\"text\":\"h\",\"stop_reason\":null}]}")
            .chunk(
                "{\"outputs\":[{\"text\":\"o\",\"stop_reason\":\"stop\"}],\"amazon-bedrock-invocationMetrics\":{\"inputTokenCount\":3,\"outputTokenCount\":2}}")
            .bytes();

    for (Decoded decoded :
        new Decoded[] {
          streamed("bedrock.invoke", "anthropic.claude-v3", claude),
          streamed("bedrock.invoke", "amazon.nova-pro-v1:0", nova),
          streamed("bedrock.invoke", "mistral.mixtral-8x7b-instruct-v0:1", mistral)
        }) {
      assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
          .containsExactly("assistant: ho (stop)");
      assertThat(decoded.get(Attribute.USAGE_INPUT_TOKENS)).isEqualTo(3L);
      assertThat(decoded.get(Attribute.USAGE_OUTPUT_TOKENS)).isEqualTo(2L);
    }
  }
}
