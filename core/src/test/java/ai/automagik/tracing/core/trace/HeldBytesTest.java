package ai.automagik.tracing.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The estimate of the memory that a waiting span keeps alive. */
class HeldBytesTest {
  private static final int CHARS = 100_000;
  private static final String LONG = "x".repeat(CHARS);

  @Test
  void aSpanWithoutContentIsSmallButNotFree() {
    assertThat(heldBytes("")).isBetween(100, 2_000);
  }

  static Stream<Function<String, Object>> everyPlaceForText() {
    return Stream.of(
        text -> text,
        text -> List.of("a", text),
        text -> conversation(new Message.Text(text)),
        text -> conversation(new Message.Reasoning(text)),
        text -> conversation(new Message.ToolCall(null, text, null)),
        text -> conversation(new Message.ToolCall(text, "a", null)),
        text -> conversation(new Message.ToolCall(null, "a", text)),
        text -> conversation(new Message.ToolResponse(null, text)),
        text -> conversation(new Message.ToolResponse(text, null)),
        text -> conversation(new Message.ToolResponseParts(text, List.of())),
        text -> conversation(new Message.ToolResponseParts(null, List.of(new Message.Text(text)))),
        text -> conversation(new Message.ToolCallValues(null, text, null)),
        text -> conversation(new Message.ToolCallValues(null, "a", values(text))),
        text -> conversation(new Message.ToolResponseValues(null, values(text))),
        text -> new Message.Parts(List.of(new Message.Text(text))),
        text -> conversation(Message.Media.at("image", null, text)),
        text -> conversation(Message.Media.of("image", null, text)),
        text -> conversation(new Message.Other(text)),
        text -> new Message.ToolDefinitions(List.of(new Message.ToolDefinition(text, null, null))),
        text -> new Message.ToolDefinitions(List.of(new Message.ToolDefinition("a", text, null))),
        text -> Values.named(new String[] {"a"}, new Object[] {List.of(text)}),
        text -> Values.named(new String[] {text}, new Object[] {"a"}));
  }

  private static Values values(String text) {
    return Objects.requireNonNull(Values.in(Map.of("a", text)));
  }

  @ParameterizedTest
  @MethodSource("everyPlaceForText")
  void growsWithTheContent(Function<String, Object> place) {
    int empty = heldBytes(place.apply(""));

    assertThat(heldBytes(place.apply(LONG))).isBetween(empty + CHARS, empty + 3 * CHARS);
  }

  @Test
  void growsWithTheNumberOfMessages() {
    Message empty = new Message(Message.USER, List.of(), null);

    assertThat(heldBytes(new Message.Conversation(Collections.nCopies(10_000, empty))))
        .isGreaterThan(100_000);
  }

  @Test
  void doesNotOverflow() {
    Message message = new Message(Message.USER, List.of(new Message.Text(LONG)), null);

    assertThat(heldBytes(new Message.Conversation(Collections.nCopies(100_000, message))))
        .isEqualTo(Integer.MAX_VALUE);
  }

  private static int heldBytes(Object value) {
    return RecordedSpans.active(Operation.CHAT, null)
        .set(Attribute.INPUT_MESSAGES, value)
        .running()
        .heldBytes();
  }

  private static Message.Conversation conversation(Message.Part part) {
    return new Message.Conversation(List.of(new Message(Message.USER, List.of(part), null)));
  }
}
