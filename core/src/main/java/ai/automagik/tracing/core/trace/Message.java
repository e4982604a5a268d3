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

  /** The model's wish to have a tool called, with arguments that its library has read already. */
  public record ToolCallValues(@Nullable String id, String name, @Nullable Values arguments)
      implements Part {
    @Override
    public long chars() {
      return length(id) + length(name) + (arguments == null ? 0 : arguments.chars());
    }
  }

  /** What a tool answered. */
  public record ToolResponse(@Nullable String id, @Nullable String response) implements Part {
    @Override
    public long chars() {
      return length(id) + length(response);
    }
  }

  /** What a tool answered when it is more than text. */
  public record ToolResponseParts(@Nullable String id, List<Part> response) implements Part {
    @Override
    public long chars() {
      return length(id) + Message.chars(response);
    }
  }

  /** What a tool answered when it is values and not text. */
  public record ToolResponseValues(@Nullable String id, Values response) implements Part {
    @Override
    public long chars() {
      return length(id) + response.chars();
    }
  }

  /**
   * An image, a sound, a video or a document, by address or by content.
   *
   * @param modality {@code image}, {@code audio}, {@code video} or {@code document}
   * @param uri an address, or a {@code data:} URI, which is content
   * @param base64 the content; null when there is an address, or when it is too long to be kept
   * @param bytes size of the content; {@link #UNKNOWN_SIZE} when there is an address
   */
  public record Media(
      String modality,
      @Nullable String mimeType,
      @Nullable String uri,
      @Nullable String base64,
      long bytes)
      implements Part {
    public static final long UNKNOWN_SIZE = -1;

    /** Longer content is told by its size only. */
    public static final long MAX_BYTES = 1_000_000;

    private static final String DATA = "data:";

    /** A part by its address; a {@code data:} URI counts as content. */
    public static Media at(String modality, @Nullable String mimeType, String uri) {
      if (!uri.regionMatches(true, 0, DATA, 0, DATA.length())) {
        return new Media(modality, mimeType, uri, null, UNKNOWN_SIZE);
      }
      int comma = uri.indexOf(',');
      long bytes = decodedBytes(uri, comma + 1);
      String type = mimeType == null ? mimeTypeOf(uri, comma) : mimeType;
      return new Media(modality, type, bytes > MAX_BYTES ? null : uri, null, bytes);
    }

    /** A part by its content. */
    public static Media of(String modality, @Nullable String mimeType, String base64) {
      long bytes = decodedBytes(base64, 0);
      return new Media(modality, mimeType, null, bytes > MAX_BYTES ? null : base64, bytes);
    }

    /** A part of which only the size is kept. */
    public static Media sized(String modality, @Nullable String mimeType, long bytes) {
      return new Media(modality, mimeType, null, null, bytes);
    }

    /**
     * The content in base64, wherever it is; null when there is none. Copies a {@code data:} URI.
     */
    public @Nullable String content() {
      return hasAddress() || uri == null ? base64 : uri.substring(uri.indexOf(',') + 1);
    }

    /** Whether this part says where the content is, and not what it is. */
    public boolean hasAddress() {
      return bytes == UNKNOWN_SIZE && uri != null;
    }

    @Override
    public long chars() {
      return length(uri) + length(base64);
    }

    private static long decodedBytes(String base64, int from) {
      int end = base64.length();
      while (end > from && base64.charAt(end - 1) == '=') {
        end--;
      }
      return (end - from) * 3L / 4;
    }

    private static @Nullable String mimeTypeOf(String uri, int comma) {
      int end = uri.indexOf(';');
      end = end < 0 || end > comma ? comma : end;
      return end <= DATA.length() ? null : uri.substring(DATA.length(), end);
    }
  }

  /**
   * Something that only its library knows.
   *
   * @param type the name of its class
   */
  public record Other(String type) implements Part {
    @Override
    public long chars() {
      return length(type);
    }
  }

  /** Several messages as one attribute value. */
  public record Conversation(List<Message> messages) implements Content {
    /** Whether there is more than text in it. */
    public boolean multimodal() {
      for (int i = 0; i < messages.size(); i++) {
        List<Part> parts = messages.get(i).parts;
        for (int j = 0; j < parts.size(); j++) {
          if (parts.get(j) instanceof Media) {
            return true;
          }
        }
      }
      return false;
    }

    @Override
    public long chars() {
      long chars = 0;
      for (int i = 0; i < messages.size(); i++) {
        chars += Message.chars(messages.get(i).parts) + 32;
      }
      return chars;
    }
  }

  /** An attribute value that becomes JSON on the worker. */
  public sealed interface Content
      permits Conversation, Parts, ToolDefinitions, Documents, PartialAnswer, Values {
    /** Characters that this value keeps alive. */
    long chars();
  }

  /** What a tool gave back when it is more than text. */
  public record Parts(List<Part> parts) implements Content {
    @Override
    public long chars() {
      return Message.chars(parts);
    }
  }

  /**
   * A tool that the model may call.
   *
   * @param parameters their JSON schema; its memory is not counted, because it is the tool's own
   *     and outlives the call
   */
  public record ToolDefinition(
      String name, @Nullable String description, @Nullable DeferredJson parameters) {}

  /** The tools offered in one request. */
  public record ToolDefinitions(List<ToolDefinition> tools) implements Content {
    /** What the tool of this name is good for; null when nobody says, or there is none. */
    public @Nullable String description(String name) {
      for (int i = 0; i < tools.size(); i++) {
        if (name.equals(tools.get(i).name)) {
          return tools.get(i).description;
        }
      }
      return null;
    }

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

  private static long chars(List<Part> parts) {
    long chars = 0;
    for (int i = 0; i < parts.size(); i++) {
      chars += parts.get(i).chars();
    }
    return chars;
  }

  private static long length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }
}
