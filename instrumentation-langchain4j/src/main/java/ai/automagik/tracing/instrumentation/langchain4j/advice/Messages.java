package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.Message;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.image.Image;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.AudioContent;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.PdfFileContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.message.VideoContent;
import dev.langchain4j.data.pdf.PdfFile;
import dev.langchain4j.data.video.Video;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** LangChain4j's messages as ours. Copies references, never text. Stateless. */
final class Messages {
  private static final boolean HAS_THINKING = has(AiMessage.class, "thinking");
  private static final boolean HAS_IMAGES = has(AiMessage.class, "images");
  private static final boolean HAS_RESULT_CONTENTS =
      has(ToolExecutionResultMessage.class, "hasSingleText");

  private Messages() {}

  static Message.Conversation of(List<ChatMessage> messages) {
    List<Message> converted = new ArrayList<>(messages.size());
    for (int i = 0; i < messages.size(); i++) {
      converted.add(message(messages.get(i)));
    }
    return new Message.Conversation(converted);
  }

  /** The last thing that the user said; null when the conversation has no user. */
  static Message.@Nullable Conversation lastOfUser(Message.Conversation conversation) {
    List<Message> messages = conversation.messages();
    for (int i = messages.size() - 1; i >= 0; i--) {
      if (messages.get(i).role().equals(Message.USER)) {
        return new Message.Conversation(List.of(messages.get(i)));
      }
    }
    return null;
  }

  static Message.Conversation answer(AiMessage answer, @Nullable String finishReason) {
    return new Message.Conversation(
        List.of(new Message(Message.ASSISTANT, parts(answer), finishReason)));
  }

  private static Message message(ChatMessage message) {
    if (message instanceof UserMessage user) {
      return new Message(Message.USER, parts(user.contents()), null);
    } else if (message instanceof AiMessage answer) {
      return new Message(Message.ASSISTANT, parts(answer), null);
    } else if (message instanceof SystemMessage system) {
      return new Message(Message.SYSTEM, text(system.text()), null);
    } else if (message instanceof ToolExecutionResultMessage result) {
      return new Message(Message.TOOL, List.of(response(result)), null);
    }
    return new Message("custom", List.of(new Message.Other(Names.of(message))), null);
  }

  private static List<Message.Part> text(@Nullable String text) {
    return text == null ? List.of() : List.of(new Message.Text(text));
  }

  /** From 1.11 on a tool may answer with more than text, and then text() throws. */
  private static Message.Part response(ToolExecutionResultMessage result) {
    return HAS_RESULT_CONTENTS && !result.hasSingleText()
        ? new Message.ToolResponseParts(result.id(), parts(result.contents()))
        : new Message.ToolResponse(result.id(), result.text());
  }

  private static List<Message.Part> parts(AiMessage answer) {
    List<ToolExecutionRequest> calls = answer.toolExecutionRequests();
    String thinking = HAS_THINKING ? answer.thinking() : null;
    List<Message.Part> images = HAS_IMAGES ? images(answer.images()) : List.of();
    if (thinking == null && (calls == null || calls.isEmpty()) && images.isEmpty()) {
      return text(answer.text());
    }
    List<Message.Part> parts = new ArrayList<>();
    if (thinking != null) {
      parts.add(new Message.Reasoning(thinking));
    }
    if (answer.text() != null) {
      parts.add(new Message.Text(answer.text()));
    }
    if (calls != null) {
      for (int i = 0; i < calls.size(); i++) {
        ToolExecutionRequest call = calls.get(i);
        parts.add(new Message.ToolCall(call.id(), call.name(), call.arguments()));
      }
    }
    parts.addAll(images);
    return parts;
  }

  /** From a memory that was written as JSON, images may come back as something else. */
  private static List<Message.Part> images(@Nullable List<?> images) {
    if (images == null || images.isEmpty()) {
      return List.of();
    }
    List<Message.Part> parts = new ArrayList<>(images.size());
    for (int i = 0; i < images.size(); i++) {
      parts.add(
          images.get(i) instanceof Image image
              ? MediaParts.image(image)
              : Message.Media.sized("image", null, Message.Media.UNKNOWN_SIZE));
    }
    return parts;
  }

  static List<Message.Part> parts(List<Content> contents) {
    if (contents.size() == 1 && contents.get(0) instanceof TextContent only) {
      return List.of(new Message.Text(only.text()));
    }
    List<Message.Part> parts = new ArrayList<>(contents.size());
    for (int i = 0; i < contents.size(); i++) {
      parts.add(part(contents.get(i)));
    }
    return parts;
  }

  private static Message.Part part(Content content) {
    if (content instanceof TextContent text) {
      return new Message.Text(text.text());
    } else if (content instanceof ImageContent image) {
      return MediaParts.image(image.image());
    } else if (content instanceof AudioContent audio) {
      return MediaParts.audio(audio.audio());
    } else if (content instanceof VideoContent video) {
      Video data = video.video();
      return MediaParts.part("video", data.mimeType(), data.url(), data.base64Data());
    } else if (content instanceof PdfFileContent pdf) {
      PdfFile data = pdf.pdfFile();
      return MediaParts.part("document", "application/pdf", data.url(), data.base64Data());
    }
    return new Message.Other(Names.of(content));
  }

  static boolean has(Class<?> type, String method) {
    try {
      type.getMethod(method);
      return true;
    } catch (NoSuchMethodException olderVersion) {
      return false;
    }
  }
}
