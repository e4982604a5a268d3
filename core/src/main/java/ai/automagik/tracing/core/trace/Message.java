package ai.automagik.tracing.core.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation with a model, in the terms of the GenAI conventions. Holds
 * references to the application's strings, never copies.
 *
 * @param role {@code system}, {@code user}, {@code assistant} or {@code tool}
 * @param finishReason why the model stopped; only on output messages
 */
public record Message(String role, List<Part> parts, @Nullable String finishReason) {
  public static final String SYSTEM = "system";
  public static final String USER = "user";
  public static final String ASSISTANT = "assistant";
  public static final String TOOL = "tool";

  /** A piece of a message. */
  public sealed interface Part {
    /** Characters of content that this part keeps alive. */
    long chars();
  }

  /** Plain text. */
  public record Text(String content) implements Part {
    @Override
    public long chars() {
      return length(content);
    }
  }

  /** What a model says it thought. */
  public record Reasoning(String content) implements Part {
    @Override
    public long chars() {
      return length(content);
    }
  }

  /**
   * The model's wish to have a tool called.
   *
   * @param arguments as the model wrote them; usually JSON
   */
  public record ToolCall(@Nullable String id, String name, @Nullable String arguments)
      implements Part {
    @Override
    public long chars() {
      return length(id) + length(name) + length(arguments);
    }
  }

  /** What a tool answered. */
  public record ToolResponse(@Nullable String id, @Nullable String response) implements Part {
    @Override
    public long chars() {
      return length(id) + length(response);
    }
  }

  /**
   * An image, a sound, a video or a document, by address or by content.
   *
   * @param modality {@code image}, {@code audio}, {@code video} or {@code document}
   * @param base64 the content; null when there is an address
   */
  public record Media(
      String modality, @Nullable String mimeType, @Nullable String uri, @Nullable String base64)
      implements Part {
    @Override
    public long chars() {
      return length(uri) + length(base64);
    }
  }

  /** Several messages as one attribute value. */
  public record Conversation(List<Message> messages) implements Content {
    @Override
    public long chars() {
      long chars = 0;
      for (int i = 0; i < messages.size(); i++) {
        List<Part> parts = messages.get(i).parts;
        for (int j = 0; j < parts.size(); j++) {
          chars += parts.get(j).chars();
        }
        chars += 32;
      }
      return chars;
    }
  }

  /** An attribute value that becomes JSON on the worker. */
  public sealed interface Content permits Conversation, ToolDefinitions, Documents {
    /** Characters that this value keeps alive. */
    long chars();
  }

  /** A tool that the model may call. */
  public record ToolDefinition(String name, @Nullable String description) {}

  /** The tools offered in one request. */
  public record ToolDefinitions(List<ToolDefinition> tools) implements Content {
    @Override
    public long chars() {
      long chars = 0;
      for (int i = 0; i < tools.size(); i++) {
        chars += length(tools.get(i).name) + length(tools.get(i).description) + 32;
      }
      return chars;
    }
  }

  /**
   * Something that was found.
   *
   * @param score how well it fits, as the store has it; null when it does not say
   */
  public record Document(@Nullable String id, @Nullable Double score, @Nullable String content) {}

  /** What a retrieval found. */
  public record Documents(List<Document> found) implements Content {
    @Override
    public long chars() {
      long chars = 0;
      for (int i = 0; i < found.size(); i++) {
        chars += length(found.get(i).content) + 64;
      }
      return chars;
    }
  }

  private static long length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }
}
