package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.Message;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.audio.Audio;
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
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** LangChain4j's messages as ours. Copies references, never text. Stateless. */
final class Messages {
  private static final boolean HAS_THINKING = has(AiMessage.class, "thinking");
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
      return new Message(
          Message.TOOL, List.of(new Message.ToolResponse(result.id(), text(result))), null);
    }
    return new Message("custom", List.of(), null);
  }

  private static List<Message.Part> text(@Nullable String text) {
    return text == null ? List.of() : List.of(new Message.Text(text));
  }

  /** From 1.11 on a tool may answer with more than text, and then text() throws. */
  private static @Nullable String text(ToolExecutionResultMessage result) {
    return HAS_RESULT_CONTENTS && !result.hasSingleText() ? null : result.text();
  }

  private static List<Message.Part> parts(AiMessage answer) {
    List<ToolExecutionRequest> calls = answer.toolExecutionRequests();
    String thinking = HAS_THINKING ? answer.thinking() : null;
    if (thinking == null && (calls == null || calls.isEmpty())) {
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
    return parts;
  }

  private static List<Message.Part> parts(List<Content> contents) {
    if (contents.size() == 1 && contents.get(0) instanceof TextContent only) {
      return List.of(new Message.Text(only.text()));
    }
    List<Message.Part> parts = new ArrayList<>(contents.size());
    for (int i = 0; i < contents.size(); i++) {
      Message.Part part = part(contents.get(i));
      if (part != null) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static Message.@Nullable Part part(Content content) {
    if (content instanceof TextContent text) {
      return new Message.Text(text.text());
    } else if (content instanceof ImageContent image) {
      Image data = image.image();
      return media("image", data.mimeType(), data.url(), data.base64Data());
    } else if (content instanceof AudioContent audio) {
      Audio data = audio.audio();
      return media("audio", data.mimeType(), data.url(), data.base64Data());
    } else if (content instanceof VideoContent video) {
      Video data = video.video();
      return media("video", data.mimeType(), data.url(), data.base64Data());
    } else if (content instanceof PdfFileContent pdf) {
      PdfFile data = pdf.pdfFile();
      return media("document", "application/pdf", data.url(), data.base64Data());
    }
    return null;
  }

  private static Message.Part media(
      String modality, @Nullable String mimeType, @Nullable URI address, @Nullable String base64) {
    return new Message.Media(
        modality, mimeType, address == null ? null : address.toString(), base64);
  }

  private static boolean has(Class<?> type, String method) {
    try {
      type.getMethod(method);
      return true;
    } catch (NoSuchMethodException olderVersion) {
      return false;
    }
  }
}
