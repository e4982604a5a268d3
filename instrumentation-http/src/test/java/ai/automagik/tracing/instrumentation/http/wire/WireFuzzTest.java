package ai.automagik.tracing.instrumentation.http.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.trace.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every decoder on requests and answers that were damaged: no exception escapes, and what is made
 * of them is not much larger than they are, whatever the bytes.
 *
 * <p>{@code -Dwire.fuzz.inputs=1000000} is the long run, {@code -Dwire.fuzz.seed} another one.
 */
final class WireFuzzTest {
  private static final int INPUTS = Integer.getInteger("wire.fuzz.inputs", 20_000);
  private static final long SEED = Long.getLong("wire.fuzz.seed", 20);

  private static final String[] TEXTS = {
    """
    data: {"id":"s1","model":"m","choices":[{"index":0,"delta":{"reasoning_content":"Hm","content":"Let "}}]}

    data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"c1","function":{"name":"f","arguments":"{}"}}]},"finish_reason":"tool_calls"}],"usage":{"prompt_tokens":9}}

    data: [DONE]

    """,
    """
    event: message_start
    data: {"type":"message_start","message":{"id":"m","usage":{"input_tokens":25}}}

    event: content_block_start
    data: {"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"t","name":"f"}}

    event: content_block_delta
    data: {"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"{"}}

    """,
    """
    data: {"type":"response.output_item.added","output_index":1,"item":{"type":"function_call","call_id":"c","name":"f"}}

    data: {"type":"response.output_item.done","output_index":1,"item":{"type":"mcp_call","id":"c","name":"f","arguments":"{}","output":"x"}}

    data: {"type":"response.completed","response":{"id":"r","status":"completed","output":[{"type":"image_generation_call","result":"AAAA"}]}}

    """,
    """
    data: {"type":"tool-call-start","index":0,"delta":{"message":{"tool_calls":{"id":"c1","function":{"name":"f"}}}}}

    data: {"type":"message-end","delta":{"finish_reason":"TOOL_CALL","usage":{"billed_units":{"input_tokens":5}}}}

    """,
    """
    data: {"type":"speech.audio.delta","audio":"AAAA"}

    data: {"type":"transcript.text.delta","delta":"a"}

    data: {"type":"image_generation.completed","b64_json":"BBBB","usage":{"input_tokens":12}}

    data: {"output":{"choices":[{"message":{"content":"10"},"finish_reason":"null"}],"text":"a"},"usage":{"input_tokens":8}}

    """,
    """
    {"candidates":[{"content":{"parts":[{"text":"a"},{"functionCall":{"name":"f","args":{}}},{"executableCode":{"code":"1"}}]},"index":1}],"usageMetadata":{"thoughtsTokenCount":3,"promptTokensDetails":[{"modality":"AUDIO","tokenCount":1}]}}
    """,
    """
    {"model":"q","message":{"content":"a","tool_calls":[{"function":{"name":"f","arguments":{}}}]},"done":true,"eval_count":3}
    """,
    """
    {"id":"r","output":[{"type":"message","content":[{"type":"output_text","text":"a"}]},{"type":"reasoning","summary":[]}],"usage":{"input_tokens":1}}
    """,
    """
    {"data":[{"embedding":[0.1,0.2],"b64_json":"AAAA"}],"embeddings":{"float":[[1]]},"predictions":[{"embeddings":{"values":[1],"statistics":{"token_count":1}}}],"usage":{"prompt_tokens":1}}
    """,
    """
    {"results":[{"index":0,"relevance_score":0.9,"flagged":true,"categories":{"a":true},"outputText":"x","generated_text":"y"}],"meta":{"billed_units":{"input_tokens":1}}}
    """,
    """
    {"output":{"message":{"content":[{"text":"a"},{"toolUse":{"toolUseId":"t","name":"f","input":{}}},{"reasoningContent":{"reasoningText":{"text":"h"}}}]}},"stopReason":"end_turn","usage":{"inputTokens":1,"cacheDetails":[{"ttl":"1h","inputTokens":1}]}}
    """,
    """
    {"error":{"type":"t","message":"m","code":"c"},"errors":[{"code":"c"}],"detail":[{"msg":"m"}]}
    """,
    """
    {"model":"m","system":[{"text":"s"}],"messages":[{"role":"user","content":[{"type":"text","text":"a"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}},{"toolResult":{"toolUseId":"t","content":[{"json":{}}]}},{"type":"tool_result","tool_use_id":"t","content":[{"type":"image","source":{"data":"AAAA"}}]}]}],"tools":[{"name":"f","function":{"name":"f","parameters":{}},"functionDeclarations":[{"name":"f"}]}],"documents":["a"],"query":"q"}
    """,
    """
    {"anthropic_version":"b","prompt":["a"],"input":{"messages":[{"content":[{"text":"a"}]}]},"contents":[{"parts":{"text":"a"}}],"instances":[{"prompt":"p"}],"chat_history":[{"role":"USER","message":"hi"}],"parameters":{"incremental_output":true}}
    """
        .replace("\n", ""),
    """
    --B0
    Content-Disposition: form-data; name="file"; filename="day.mp3"
    Content-Type: audio/mpeg

    abcdef
    --B0
    Content-Disposition: form-data; name="model"

    whisper-1
    --B0--
    """
        .replace("\n", "\r\n")
  };

  private static final List<byte[]> RECORDINGS = recordings();

  private static final String[] TYPES = {
    "text/event-stream",
    "application/json",
    "application/x-ndjson",
    "application/vnd.amazon.eventstream",
    "audio/mpeg",
    "text/plain",
    ""
  };

  private static final String[] MODELS = {
    "anthropic.claude-v3",
    "amazon.nova-lite",
    "amazon.titan-text",
    "amazon.titan-embed",
    "stability.sdxl",
    "cohere.rerank",
    "cohere.command-r",
    "arn:aws:x",
    "text-embedding-005"
  };

  private static List<byte[]> recordings() {
    List<byte[]> recordings = new ArrayList<>();
    for (String text : TEXTS) {
      recordings.add(text.getBytes(UTF_8));
    }
    recordings.add(
        new Frames()
            .event("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"a\"}}")
            .event("metadata", "{\"usage\":{\"inputTokens\":9}}")
            .exception("throttlingException", "{\"message\":\"m\"}")
            .bytes());
    recordings.add(
        new Frames()
            .chunk("{\"contentBlockDelta\":{\"delta\":{\"text\":\"ho\"}}}")
            .chunk("{\"generation\":\"a\",\"amazon-bedrock-invocationMetrics\":{}}")
            .bytes());
    return recordings;
  }

  static Stream<String> dialects() {
    return WireCall.dialects().stream();
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void noExceptionEscapes(String dialect) {
    Random random = new Random(SEED + dialect.hashCode());
    int inputs = INPUTS / (int) dialects().count();
    for (int i = 0; i < inputs; i++) {
      byte[] request = damaged(random);
      byte[] response = damaged(random);
      int status = random.nextInt(8) == 0 ? 500 : 200;
      Map<String, String> headers = Map.of("content-type", TYPES[random.nextInt(TYPES.length)]);
      String model = MODELS[random.nextInt(MODELS.length)];
      Decoded decoded;
      try {
        decoded = Decoded.of(dialect, model, request, status, headers, response);
      } catch (RuntimeException | StackOverflowError escaped) {
        throw new AssertionError("seed " + SEED + ", input " + i, escaped);
      }
      long chars = 0;
      for (Object value : decoded.all().values()) {
        chars += value instanceof Message.Content content ? content.chars() : 0;
      }
      assertThat(chars)
          .as("seed %d, input %d", SEED, i)
          .isLessThan(4096 + 64L * (request.length + response.length));
    }
  }

  private static byte[] damaged(Random random) {
    byte[] bytes = RECORDINGS.get(random.nextInt(RECORDINGS.size())).clone();
    int damages = random.nextInt(12);
    for (int i = 0; i < damages && bytes.length > 0; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] = (byte) "{}[]\":,\n0-".charAt(random.nextInt(10));
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        case 3 -> bytes = moved(bytes, at, random.nextInt(bytes.length));
        case 4 -> bytes = joined(bytes, RECORDINGS.get(random.nextInt(RECORDINGS.size())));
        default -> bytes[at] = bytes[random.nextInt(bytes.length)];
      }
    }
    return bytes;
  }

  /** Everything from here on, put there. */
  private static byte[] moved(byte[] bytes, int from, int to) {
    byte[] changed = bytes.clone();
    int length = bytes.length - Math.max(from, to);
    System.arraycopy(bytes, from, changed, to, length);
    return changed;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
