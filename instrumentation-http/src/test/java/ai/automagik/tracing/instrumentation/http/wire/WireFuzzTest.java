package ai.automagik.tracing.instrumentation.http.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Decoders on answers that were damaged: no exception escapes, whatever the bytes.
 *
 * <p>{@code -Dwire.fuzz.inputs=1000000} is the long run; the seed is in the message of a failure.
 */
final class WireFuzzTest {
  private static final int INPUTS = Integer.getInteger("wire.fuzz.inputs", 5_000);

  private static final List<String> RECORDINGS =
      List.of(
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
          {"candidates":[{"content":{"parts":[{"text":"a"},{"functionCall":{"name":"f","args":{}}}]}}],"usageMetadata":{"thoughtsTokenCount":3}}
          """,
          """
          {"model":"q","message":{"content":"a","tool_calls":[{"function":{"name":"f","arguments":{}}}]},"done":true,"eval_count":3}
          """,
          """
          {"id":"r","output":[{"type":"message","content":[{"type":"output_text","text":"a"}]},{"type":"reasoning","summary":[]}],"usage":{"input_tokens":1}}
          """,
          """
          {"data":[{"embedding":[0.1,0.2]}],"embeddings":{"float":[[1]]},"usage":{"prompt_tokens":1}}
          """,
          """
          {"error":{"type":"t","message":"m","code":"c"}}
          """);

  private static final String[] TYPES = {
    "text/event-stream", "application/json", "application/x-ndjson", ""
  };

  @ParameterizedTest
  @ValueSource(
      strings = {"openai.chat", "openai.responses", "anthropic", "gemini", "ollama", "embeddings"})
  void noExceptionEscapes(String dialect) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < INPUTS; i++) {
      byte[] request = damaged(random);
      byte[] response = damaged(random);
      int status = random.nextInt(8) == 0 ? 500 : 200;
      String type = TYPES[random.nextInt(TYPES.length)];
      int input = i;
      assertThatCode(() -> Decoded.of(dialect, request, status, type, response))
          .as("seed %d, input %d", seed, input)
          .doesNotThrowAnyException();
    }
  }

  private static byte[] damaged(Random random) {
    byte[] bytes = RECORDINGS.get(random.nextInt(RECORDINGS.size())).getBytes(UTF_8);
    int damages = random.nextInt(12);
    for (int i = 0; i < damages && bytes.length > 0; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] = (byte) "{}[]\":,\n0-".charAt(random.nextInt(10));
        case 2 -> bytes = java.util.Arrays.copyOf(bytes, at);
        case 3 -> bytes = moved(bytes, at, random.nextInt(bytes.length));
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
}
