package ai.automagik.tracing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the tests of all dialects start from. Stateless. */
final class WireFixture {
  static final Dialect.Head HEAD = new Dialect.Head(7, 1_795_000_000_000L, "some-model");

  /** Thought, said and called for, with tokens of every kind. */
  static final LlmReply EVERYTHING =
      LlmReply.toolCalls(new ToolCall("call_1", "add", "{\"a\":1,\"b\":[2]}"))
          .withThinking("It is a sum.")
          .withText("One moment.")
          .withUsage(new TokenUsage(100, 20, 64, 16, 8));

  private WireFixture() {}

  /** A request as the server would read it. */
  @SuppressWarnings("unchecked")
  static LlmRequest request(String path, String body) {
    return new LlmRequest("POST", path, Map.of(), body, (Map<String, Object>) Json.parse(body));
  }

  /** Compares names, values and their order; blanks do not matter. */
  static void assertJson(String actual, String expected) {
    assertThat(Json.write(Json.parse(actual))).isEqualTo(Json.write(Json.parse(expected)));
  }

  static void assertJsons(List<String> actual, String... expected) {
    assertThat(actual).hasSize(expected.length);
    IntStream.range(0, expected.length).forEach(i -> assertJson(actual.get(i), expected[i]));
  }
}
