package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.MessageType;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.content.Media;
import org.springframework.ai.content.MediaContent;
import org.springframework.util.MimeType;

/** Spring AI's messages as ours. Copies references, never text. Stateless. */
final class Messages {
  /** Where models leave what they thought, for want of a better place. */
  private static final String REASONING = "reasoningContent";

  private Messages() {}

  static Message.Conversation of(List<org.springframework.ai.chat.messages.Message> messages) {
    List<Message> converted = new ArrayList<>(messages.size());
    for (int i = 0; i < messages.size(); i++) {
      converted.add(message(messages.get(i)));
    }
    return new Message.Conversation(converted);
  }

  /** The last thing that the user said; null when the conversation has no user. */
  static Message.@Nullable Conversation lastOfUser(
      List<org.springframework.ai.chat.messages.Message> messages) {
    for (int i = messages.size() - 1; i >= 0; i--) {
      if (messages.get(i) instanceof UserMessage message) {
        return new Message.Conversation(List.of(message(message)));
      }
    }
    return null;
  }

  static Message answer(AssistantMessage answer, @Nullable String finishReason) {
    return new Message(Message.ASSISTANT, parts(answer), finishReason);
  }

  /** What a model thought before it answered; null when it does not say. */
  static @Nullable String reasoning(AssistantMessage answer) {
    return answer.getMetadata() != null
            && answer.getMetadata().get(REASONING) instanceof String text
            && !text.isEmpty()
        ? text
        : null;
  }

  private static Message message(org.springframework.ai.chat.messages.Message message) {
    if (message instanceof AssistantMessage answer) {
      return answer(answer, null);
    } else if (message instanceof ToolResponseMessage tools) {
      List<Message.Part> parts = new ArrayList<>();
      for (ToolResponseMessage.ToolResponse response : tools.getResponses()) {
        parts.add(new Message.ToolResponse(response.id(), response.responseData()));
      }
      return new Message(Message.TOOL, parts, null);
    }
    List<Message.Part> parts = new ArrayList<>();
    add(message.getText(), parts);
    if (message instanceof MediaContent content) {
      add(content, parts);
    }
    boolean system = message.getMessageType() == MessageType.SYSTEM;
    return new Message(system ? Message.SYSTEM : Message.USER, parts, null);
  }

  private static List<Message.Part> parts(AssistantMessage answer) {
    List<Message.Part> parts = new ArrayList<>();
    String reasoning = reasoning(answer);
    if (reasoning != null) {
      parts.add(new Message.Reasoning(reasoning));
    }
    add(answer.getText(), parts);
    for (AssistantMessage.ToolCall call : answer.getToolCalls()) {
      parts.add(new Message.ToolCall(call.id(), call.name(), call.arguments()));
    }
    add(answer, parts);
    return parts;
  }

  private static void add(@Nullable String text, List<Message.Part> parts) {
    if (text != null && !text.isEmpty()) {
      parts.add(new Message.Text(text));
    }
  }

  private static void add(MediaContent content, List<Message.Part> parts) {
    if (content.getMedia() != null) {
      for (Media media : content.getMedia()) {
        parts.add(media(media));
      }
    }
  }

  private static Message.Media media(Media media) {
    MimeType type = media.getMimeType();
    String mimeType = type == null ? null : type.getType() + '/' + type.getSubtype();
    String modality = type == null ? "document" : modality(type.getType());
    Object data = media.getData();
    if (data instanceof String text) {
      return text.startsWith("data:") || text.contains("://")
          ? Message.Media.at(modality, mimeType, text)
          : Message.Media.of(modality, mimeType, text);
    }
    return Message.Media.sized(
        modality,
        mimeType,
        data instanceof byte[] bytes ? bytes.length : Message.Media.UNKNOWN_SIZE);
  }

  private static String modality(String type) {
    return switch (type) {
      case "image", "audio", "video" -> type;
      default -> "document";
    };
  }
}
