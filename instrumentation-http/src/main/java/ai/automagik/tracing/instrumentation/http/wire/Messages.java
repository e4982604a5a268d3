package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages and tools as values of attributes. Stateless. */
final class Messages {
  private Messages() {}

  /** A message of one text. */
  static Message text(String role, String text) {
    return new Message(role, List.of(new Message.Text(text)), null);
  }

  /** Several messages; null when there are none. */
  static Message.@Nullable Conversation of(List<Message> messages) {
    return messages.isEmpty() ? null : new Message.Conversation(messages);
  }

  /** One message, of what is there; null when nothing is. */
  static Message.@Nullable Conversation of(String role, Message.@Nullable Part... parts) {
    List<Message.Part> present = new ArrayList<>(parts.length);
    for (Message.Part part : parts) {
      if (part != null) {
        present.add(part);
      }
    }
    return present.isEmpty()
        ? null
        : new Message.Conversation(List.of(new Message(role, present, null)));
  }

  /** A text as a part; null when there is none. */
  static Message.@Nullable Part part(@Nullable String text) {
    return text == null ? null : new Message.Text(text);
  }

  /** One message of the user for each text; null when there are none. */
  static Message.@Nullable Conversation texts(@Nullable List<String> texts) {
    List<Message> messages = new ArrayList<>();
    if (texts != null) {
      texts.forEach(text -> messages.add(text(Message.USER, text)));
    }
    return of(messages);
  }

  /** Whether a message is nothing but what tools answered. */
  static boolean results(List<Message.Part> parts) {
    return !parts.isEmpty()
        && parts.stream()
            .allMatch(
                part ->
                    part instanceof Message.ToolResponse
                        || part instanceof Message.ToolResponseParts);
  }

  /** What a tool answered: a text where it is no more than that. */
  static Message.Part toolResponse(
      @Nullable String id, @Nullable String text, List<Message.Part> parts) {
    return parts.stream().anyMatch(Message.Media.class::isInstance)
        ? new Message.ToolResponseParts(id, parts)
        : new Message.ToolResponse(id, text);
  }

  /** The tools offered; null when there are none. */
  static Message.@Nullable ToolDefinitions tools(List<Message.ToolDefinition> tools) {
    return tools.isEmpty() ? null : new Message.ToolDefinitions(tools);
  }
}
