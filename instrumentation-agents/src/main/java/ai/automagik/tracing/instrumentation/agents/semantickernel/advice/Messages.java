package ai.automagik.tracing.instrumentation.agents.semantickernel.advice;

import ai.automagik.tracing.core.trace.Message;
import com.microsoft.semantickernel.services.chatcompletion.AuthorRole;
import com.microsoft.semantickernel.services.chatcompletion.ChatHistory;
import com.microsoft.semantickernel.services.chatcompletion.ChatMessageContent;
import com.microsoft.semantickernel.services.chatcompletion.message.ChatMessageContentType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Semantic Kernel's messages as ours. Copies references, never text. Stateless. */
final class Messages {
  private Messages() {}

  /** What a service is asked: a prompt, or a history; null when it is neither. */
  static Message.@Nullable Conversation asked(@Nullable Object question) {
    if (question instanceof String prompt) {
      return text(Message.USER, prompt);
    } else if (question instanceof ChatHistory history) {
      return of(history.getMessages());
    }
    return null;
  }

  static Message.Conversation answer(String text) {
    return text(Message.ASSISTANT, text);
  }

  /** The last of the messages; null when there is none. */
  static Message.@Nullable Conversation last(List<?> messages) {
    return messages.isEmpty() ? null : of(messages.subList(messages.size() - 1, messages.size()));
  }

  private static Message.Conversation text(String role, String text) {
    return new Message.Conversation(
        List.of(new Message(role, List.of(new Message.Text(text)), null)));
  }

  private static Message.Conversation of(List<?> messages) {
    List<Message> converted = new ArrayList<>(messages.size());
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i) instanceof ChatMessageContent<?> message) {
        converted.add(new Message(role(message.getAuthorRole()), List.of(part(message)), null));
      }
    }
    return new Message.Conversation(converted);
  }

  private static Message.Part part(ChatMessageContent<?> message) {
    String content = message.getContent();
    if (content == null) {
      return new Message.Text("");
    }
    return message.getContentType() == ChatMessageContentType.IMAGE_URL
        ? Message.Media.at("image", null, content)
        : new Message.Text(content);
  }

  private static String role(@Nullable AuthorRole role) {
    if (role == AuthorRole.SYSTEM) {
      return Message.SYSTEM;
    } else if (role == AuthorRole.ASSISTANT) {
      return Message.ASSISTANT;
    }
    return role == AuthorRole.TOOL ? Message.TOOL : Message.USER;
  }
}
