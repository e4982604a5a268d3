package ai.automagik.tracing.instrumentation.agents.springaialibaba.advice;

import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.MessageType;
import org.springframework.ai.chat.messages.ToolResponseMessage;

/** What is in the state of a graph. Copies references, never text. Stateless. */
final class States {
  private static final String MESSAGES = "messages";

  private States() {}

  /** The conversation so far; null when there is none. */
  static Message.@Nullable Conversation messages(Map<?, ?> state) {
    return state.get(MESSAGES) instanceof List<?> messages ? converted(messages) : null;
  }

  /** What was said last, if a model said it. */
  static Message.@Nullable Conversation answer(Map<?, ?> state) {
    if (state.get(MESSAGES) instanceof List<?> messages && !messages.isEmpty()) {
      Object last = messages.get(messages.size() - 1);
      return last instanceof AssistantMessage ? converted(List.of(last)) : null;
    }
    return null;
  }

  /** All but the conversation and what the framework keeps there for itself. */
  static @Nullable Values values(Map<?, ?> state) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : state.entrySet()) {
      if (entry.getKey() instanceof String name
          && !name.startsWith("_")
          && !name.equals(MESSAGES)) {
        Object value = entry.getValue();
        values.put(name, value instanceof AssistantMessage said ? said.getText() : value);
      }
    }
    return values.isEmpty() ? null : Values.in(values);
  }

  private static Message.@Nullable Conversation converted(List<?> messages) {
    List<Message> converted = new ArrayList<>(messages.size());
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i) instanceof org.springframework.ai.chat.messages.Message message) {
        converted.add(new Message(role(message.getMessageType()), parts(message), null));
      }
    }
    return converted.isEmpty() ? null : new Message.Conversation(converted);
  }

  private static List<Message.Part> parts(org.springframework.ai.chat.messages.Message message) {
    List<Message.Part> parts = new ArrayList<>();
    if (message instanceof ToolResponseMessage responses) {
      for (ToolResponseMessage.ToolResponse response : responses.getResponses()) {
        parts.add(new Message.ToolResponse(response.id(), response.responseData()));
      }
      return parts;
    }
    String text = message.getText();
    if (text != null && !text.isEmpty()) {
      parts.add(new Message.Text(text));
    }
    if (message instanceof AssistantMessage said) {
      for (AssistantMessage.ToolCall call : said.getToolCalls()) {
        parts.add(new Message.ToolCall(call.id(), call.name(), call.arguments()));
      }
    }
    return parts;
  }

  private static String role(@Nullable MessageType type) {
    if (type == MessageType.SYSTEM) {
      return Message.SYSTEM;
    } else if (type == MessageType.ASSISTANT) {
      return Message.ASSISTANT;
    }
    return type == MessageType.TOOL ? Message.TOOL : Message.USER;
  }
}
