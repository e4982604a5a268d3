package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.Message;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.input.Prompt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes into models other than chat models, and comes out of them, as messages. Copies
 * references, never text. Stateless.
 */
final class Inputs {
  private static final String REQUEST = "dev.langchain4j.model.moderation.ModerationRequest";

  private Inputs() {}

  /** Any argument that stands for text; null for what is not understood. */
  static Message.@Nullable Conversation of(@Nullable Object input) {
    if (input instanceof String text) {
      return user(new Message.Text(text));
    } else if (input instanceof Prompt prompt) {
      return user(new Message.Text(prompt.text()));
    } else if (input instanceof TextSegment segment) {
      return user(new Message.Text(segment.text()));
    } else if (input instanceof ChatMessage message) {
      return Messages.of(List.of(message));
    } else if (input instanceof List<?> list) {
      return messages(list);
    } else if (input != null && input.getClass().getName().equals(REQUEST)) {
      return ModerationResponses.input(input);
    }
    return null;
  }

  /** One message for each text. */
  static Message.Conversation texts(List<String> texts) {
    List<Message> messages = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      messages.add(new Message(Message.USER, List.of(new Message.Text(texts.get(i))), null));
    }
    return new Message.Conversation(messages);
  }

  /** One message of the user, of what is there. */
  static Message.Conversation user(Message.@Nullable Part... parts) {
    return message(Message.USER, parts);
  }

  /** One message of the model, of what is there. */
  static Message.Conversation assistant(Message.@Nullable Part... parts) {
    return message(Message.ASSISTANT, parts);
  }

  private static Message.Conversation message(String role, Message.@Nullable Part... parts) {
    List<Message.Part> present = new ArrayList<>(parts.length);
    for (Message.Part part : parts) {
      if (part != null) {
        present.add(part);
      }
    }
    return new Message.Conversation(List.of(new Message(role, present, null)));
  }

  private static Message.@Nullable Conversation messages(List<?> list) {
    List<ChatMessage> messages = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof ChatMessage message) {
        messages.add(message);
      }
    }
    return messages.isEmpty() ? null : Messages.of(messages);
  }
}
