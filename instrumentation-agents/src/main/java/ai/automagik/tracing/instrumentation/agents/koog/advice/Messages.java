package ai.automagik.tracing.instrumentation.agents.koog.advice;

import ai.automagik.tracing.core.trace.FinishReasons;
import ai.automagik.tracing.core.trace.Message;
import ai.koog.prompt.message.AttachmentContent;
import ai.koog.prompt.message.AttachmentSource;
import ai.koog.prompt.message.MessagePart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Koog's messages as ours. Copies references, never text, but for what a model thought in pieces.
 */
final class Messages {
  private Messages() {}

  static Message.Conversation of(List<? extends ai.koog.prompt.message.Message> messages) {
    List<Message> converted = new ArrayList<>(messages.size());
    for (int i = 0; i < messages.size(); i++) {
      ai.koog.prompt.message.Message message = messages.get(i);
      List<Message.Part> parts = parts(message.getParts());
      String reason =
          message instanceof ai.koog.prompt.message.Message.Assistant answer
              ? answer.getFinishReason()
              : null;
      converted.add(new Message(role(message, parts), parts, FinishReasons.of(reason)));
    }
    return new Message.Conversation(converted);
  }

  private static String role(ai.koog.prompt.message.Message message, List<Message.Part> parts) {
    return switch (message.getRole()) {
      case System -> Message.SYSTEM;
      case Assistant -> Message.ASSISTANT;
      case User -> isResults(parts) ? Message.TOOL : Message.USER;
    };
  }

  /** What a user says on behalf of tools. */
  private static boolean isResults(List<Message.Part> parts) {
    for (int i = 0; i < parts.size(); i++) {
      if (!(parts.get(i) instanceof Message.ToolResponse)
          && !(parts.get(i) instanceof Message.ToolResponseParts)) {
        return false;
      }
    }
    return !parts.isEmpty();
  }

  static List<Message.Part> parts(List<? extends MessagePart> parts) {
    List<Message.Part> converted = new ArrayList<>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      converted.add(part(parts.get(i)));
    }
    return converted;
  }

  private static Message.Part part(MessagePart part) {
    if (part instanceof MessagePart.Text text) {
      return new Message.Text(text.getText());
    } else if (part instanceof MessagePart.Tool.Call call) {
      return new Message.ToolCall(call.getId(), call.getTool(), call.getArgs());
    } else if (part instanceof MessagePart.Tool.Result result) {
      return response(result);
    } else if (part instanceof MessagePart.Reasoning reasoning) {
      return new Message.Reasoning(thought(reasoning.getContent(), reasoning.getSummary()));
    } else if (part instanceof MessagePart.Attachment attachment) {
      return attachment(attachment.getSource());
    }
    return new Message.Other(part.getClass().getSimpleName());
  }

  private static Message.Part response(MessagePart.Tool.Result result) {
    List<Message.Part> output;
    try {
      output = Newer.output(result);
    } catch (LinkageError olderVersion) {
      return new Message.ToolResponse(result.getId(), result.getOutput());
    }
    return output.size() == 1 && output.get(0) instanceof Message.Text text
        ? new Message.ToolResponse(result.getId(), text.content())
        : new Message.ToolResponseParts(result.getId(), output);
  }

  /** What was thought, or a summary where the provider gives no more. */
  static String thought(List<String> content, @Nullable List<String> summary) {
    List<String> pieces = content.isEmpty() && summary != null ? summary : content;
    return pieces.size() == 1 ? pieces.get(0) : String.join("\n", pieces);
  }

  private static Message.Part attachment(AttachmentSource source) {
    String type = source.getMimeType();
    AttachmentContent content = source.getContent();
    if (content instanceof AttachmentContent.PlainText text) {
      return new Message.Text(text.getText());
    } else if (content instanceof AttachmentContent.URL address) {
      return Message.Media.at(modality(source), type, address.getUrl());
    } else if (content instanceof AttachmentContent.Binary.Base64 base64) {
      return Message.Media.of(modality(source), type, base64.getBase64());
    } else if (content instanceof AttachmentContent.Binary.Bytes bytes) {
      return Message.Media.sized(modality(source), type, bytes.getData().length);
    }
    return new Message.Other(content.getClass().getSimpleName());
  }

  private static String modality(AttachmentSource source) {
    if (source instanceof AttachmentSource.Image) {
      return "image";
    } else if (source instanceof AttachmentSource.Audio) {
      return "audio";
    }
    return source instanceof AttachmentSource.Video ? "video" : "document";
  }

  /** From 1.1 on. Apart from its callers, because older versions lack it. */
  private static final class Newer {
    static List<Message.Part> output(MessagePart.Tool.Result result) {
      return parts(result.getParts());
    }
  }
}
