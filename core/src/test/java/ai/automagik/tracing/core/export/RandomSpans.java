package ai.automagik.tracing.core.export;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Contents of spans that no person would think of; the same for the same seed. */
final class RandomSpans {
  private static final List<Attribute> ATTRIBUTES =
      List.of(
          Attribute.AGENT_NAME,
          Attribute.REQUEST_MODEL,
          Attribute.TOOL_NAME,
          Attribute.RESPONSE_ID,
          Attribute.INPUT_MESSAGES,
          Attribute.OUTPUT_MESSAGES,
          Attribute.TOOL_DEFINITIONS,
          Attribute.REQUEST_TEMPERATURE,
          Attribute.REQUEST_STOP_SEQUENCES,
          Attribute.USAGE_INPUT_TOKENS,
          Attribute.CONVERSATION_ID);

  private final Random random;

  RandomSpans(long seed) {
    this.random = new Random(seed);
  }

  Operation operation() {
    Operation[] all = Operation.values();
    return all[random.nextInt(all.length)];
  }

  void fill(ActiveSpan span) {
    for (int i = random.nextInt(ATTRIBUTES.size()); i > 0; i--) {
      span.set(ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size())), value());
    }
  }

  @Nullable Throwable error() {
    return switch (random.nextInt(4)) {
      case 0 -> new IllegalStateException(text());
      case 1 -> new IllegalStateException((String) null);
      default -> null;
    };
  }

  private @Nullable Object value() {
    return switch (random.nextInt(10)) {
      case 0 -> null;
      case 1 -> random.nextLong();
      case 2 -> random.nextBoolean();
      case 3 -> Double.longBitsToDouble(random.nextLong());
      case 4 -> listOf(this::text);
      case 5 -> new Message.Conversation(listOf(this::message));
      case 6 -> new Message.ToolDefinitions(listOf(this::tool));
      case 7 -> new Message.Parts(listOf(this::part));
      default -> text();
    };
  }

  private Message message() {
    return new Message(Message.ASSISTANT, listOf(this::part), textOrNull());
  }

  private Message.Part part() {
    return switch (random.nextInt(8)) {
      case 0 -> new Message.Text(text());
      case 1 -> new Message.Reasoning(text());
      case 2 -> new Message.ToolCall(textOrNull(), text(), textOrNull());
      case 3 -> new Message.ToolResponse(textOrNull(), textOrNull());
      case 4 -> new Message.ToolResponseParts(textOrNull(), List.of(new Message.Text(text())));
      case 5 -> Message.Media.at("image", textOrNull(), text());
      case 6 -> Message.Media.of("image", textOrNull(), text());
      default -> new Message.Other(text());
    };
  }

  private Message.ToolDefinition tool() {
    Object parameters = Map.of("type", "object", "required", List.of("a", "b"));
    return new Message.ToolDefinition(
        text(), textOrNull(), random.nextBoolean() ? null : () -> parameters);
  }

  private @Nullable String textOrNull() {
    return random.nextInt(3) == 0 ? null : text();
  }

  /** Any chars, so there are halves of surrogate pairs in all places. */
  private String text() {
    int length =
        switch (random.nextInt(20)) {
          case 0 -> 0;
          case 1 -> 1 + random.nextInt(200_000);
          default -> 1 + random.nextInt(60);
        };
    StringBuilder text = new StringBuilder(length);
    while (text.length() < length) {
      switch (random.nextInt(8)) {
        case 0 -> text.append((char) (Character.MIN_SURROGATE + random.nextInt(0x800)));
        case 1 -> text.append((char) random.nextInt(0x10000));
        case 2 -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
        default -> text.append((char) (' ' + random.nextInt(95)));
      }
    }
    return text.toString();
  }

  private <T> List<T> listOf(Supplier<T> element) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(element.get());
    }
    return list;
  }
}
