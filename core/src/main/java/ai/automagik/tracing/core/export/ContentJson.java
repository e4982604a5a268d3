package ai.automagik.tracing.core.export;

import ai.automagik.tracing.core.trace.Message;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes messages and tool definitions as the JSON of the GenAI conventions. Confined to one
 * thread.
 */
final class ContentJson {
  private final JsonFactory json =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  void write(Message.Content content, OutputStream out) {
    try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), out)) {
      if (content instanceof Message.Conversation conversation) {
        write(conversation.messages(), generator);
      } else if (content instanceof Message.ToolDefinitions definitions) {
        writeTools(definitions.tools(), generator);
      } else if (content instanceof Message.Documents documents) {
        writeDocuments(documents.found(), generator);
      }
    }
  }

  private void write(List<Message> messages, JsonGenerator out) {
    out.writeStartArray();
    for (Message message : messages) {
      out.writeStartObject();
      out.writeStringProperty("role", message.role());
      out.writeArrayPropertyStart("parts");
      for (Message.Part part : message.parts()) {
        out.writeStartObject();
        write(part, out);
        out.writeEndObject();
      }
      out.writeEndArray();
      optional("finish_reason", message.finishReason(), out);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void write(Message.Part part, JsonGenerator out) {
    if (part instanceof Message.Text text) {
      out.writeStringProperty("type", "text");
      out.writeStringProperty("content", wellFormed(text.content()));
    } else if (part instanceof Message.Reasoning reasoning) {
      out.writeStringProperty("type", "reasoning");
      out.writeStringProperty("content", wellFormed(reasoning.content()));
    } else if (part instanceof Message.ToolCall call) {
      out.writeStringProperty("type", "tool_call");
      optional("id", call.id(), out);
      out.writeStringProperty("name", wellFormed(call.name()));
      if (call.arguments() != null) {
        out.writeName("arguments");
        writeJsonOrText(call.arguments(), out);
      }
    } else if (part instanceof Message.ToolResponse response) {
      out.writeStringProperty("type", "tool_call_response");
      optional("id", response.id(), out);
      out.writeStringProperty("response", wellFormed(response.response()));
    } else if (part instanceof Message.Media media) {
      boolean byAddress = media.uri() != null;
      out.writeStringProperty("type", byAddress ? "uri" : "blob");
      out.writeStringProperty("modality", media.modality());
      optional("mime_type", media.mimeType(), out);
      optional("uri", media.uri(), out);
      optional("content", byAddress ? null : media.base64(), out);
    }
  }

  private void writeTools(List<Message.ToolDefinition> tools, JsonGenerator out) {
    out.writeStartArray();
    for (Message.ToolDefinition tool : tools) {
      out.writeStartObject();
      out.writeStringProperty("type", "function");
      out.writeStringProperty("name", wellFormed(tool.name()));
      optional("description", tool.description(), out);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void writeDocuments(List<Message.Document> documents, JsonGenerator out) {
    out.writeStartArray();
    for (Message.Document document : documents) {
      out.writeStartObject();
      optional("id", document.id(), out);
      if (document.score() != null) {
        out.writeNumberProperty("score", document.score());
      }
      optional("content", document.content(), out);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void optional(String name, @Nullable String value, JsonGenerator out) {
    if (value != null) {
      out.writeStringProperty(name, wellFormed(value));
    }
  }

  /** Models write arguments as JSON in a string, and sometimes fail to. */
  private void writeJsonOrText(String text, JsonGenerator out) {
    if (isJson(text) && wellFormed(text).equals(text)) {
      out.writeRawValue(text);
    } else {
      out.writeString(wellFormed(text));
    }
  }

  /**
   * Half a surrogate pair is no character and cannot be written; a question mark stands for it.
   * Libraries hand over null where they promised text; an empty text stands for that.
   */
  private static String wellFormed(@Nullable String text) {
    if (text == null) {
      return "";
    }
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      }
      at += Character.charCount(codePoint);
    }
    return text;
  }

  private boolean isJson(String text) {
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        return false;
      }
      parser.skipChildren();
      JsonToken afterwards = parser.nextToken();
      return afterwards == null;
    } catch (JacksonException malformed) {
      return false;
    }
  }
}
