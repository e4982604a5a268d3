package ai.automagik.tracing.core.export;

import ai.automagik.tracing.core.trace.DeferredJson;
import ai.automagik.tracing.core.trace.JsonText;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.PartialAnswer;
import ai.automagik.tracing.core.trace.Values;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
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
 * Writes messages, tool definitions and other values as JSON, in the form of the GenAI conventions
 * where they have one. Confined to one thread.
 */
final class ContentJson {
  /** Deeper than any JSON schema, and shallow enough for any stack. */
  private static final int MAX_DEPTH = 100;

  private final LongAdder unreadable;
  private final JsonFactory json =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  /**
   * @param unreadable counts values of the traced library that did not become JSON
   */
  ContentJson(LongAdder unreadable) {
    this.unreadable = unreadable;
  }

  void write(Message.Content content, OutputStream out) {
    try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), out)) {
      if (content instanceof Message.Conversation conversation) {
        write(conversation.messages(), generator);
      } else if (content instanceof Message.Parts parts) {
        writeParts(parts.parts(), generator);
      } else if (content instanceof Message.ToolDefinitions definitions) {
        writeTools(definitions.tools(), generator);
      } else if (content instanceof Message.Documents documents) {
        writeDocuments(documents.found(), generator);
      } else if (content instanceof PartialAnswer partial) {
        write(partial.joined().messages(), generator);
      } else if (content instanceof Values values) {
        write(values.tree(), generator);
      }
    }
  }

  private void write(List<Message> messages, JsonGenerator out) {
    out.writeStartArray();
    for (Message message : messages) {
      out.writeStartObject();
      out.writeStringProperty("role", message.role());
      out.writeName("parts");
      writeParts(message.parts(), out);
      optional("finish_reason", message.finishReason(), out);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void writeParts(List<Message.Part> parts, JsonGenerator out) {
    out.writeStartArray();
    for (Message.Part part : parts) {
      out.writeStartObject();
      write(part, out);
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
    } else if (part instanceof Message.ToolCallValues call) {
      out.writeStringProperty("type", "tool_call");
      optional("id", call.id(), out);
      out.writeStringProperty("name", wellFormed(call.name()));
      if (call.arguments() != null) {
        out.writeName("arguments");
        write(call.arguments().tree(), out);
      }
    } else if (part instanceof Message.ToolResponseValues response) {
      out.writeStringProperty("type", "tool_call_response");
      optional("id", response.id(), out);
      out.writeName("response");
      write(response.response().tree(), out);
    } else if (part instanceof Message.ToolResponse response) {
      out.writeStringProperty("type", "tool_call_response");
      optional("id", response.id(), out);
      out.writeStringProperty("response", wellFormed(response.response()));
    } else if (part instanceof Message.ToolResponseParts response) {
      out.writeStringProperty("type", "tool_call_response");
      optional("id", response.id(), out);
      out.writeName("response");
      writeParts(response.response(), out);
    } else if (part instanceof Message.Media media) {
      writeMedia(media, out);
    } else if (part instanceof Message.Other other) {
      out.writeStringProperty("type", wellFormed(other.type()));
    }
  }

  /** The conventions want content in a blob; where it was too long the size stands for it. */
  private static void writeMedia(Message.Media media, JsonGenerator out) {
    out.writeStringProperty("type", media.hasAddress() ? "uri" : "blob");
    out.writeStringProperty("modality", media.modality());
    optional("mime_type", media.mimeType(), out);
    if (media.hasAddress()) {
      optional("uri", media.uri(), out);
      return;
    }
    String content = media.content();
    out.writeStringProperty("content", content == null ? "" : wellFormed(content));
    if (media.bytes() != Message.Media.UNKNOWN_SIZE) {
      out.writeNumberProperty("size", media.bytes());
    }
    if (content == null) {
      out.writeBooleanProperty("omitted", true);
    }
  }

  private void writeTools(List<Message.ToolDefinition> tools, JsonGenerator out) {
    out.writeStartArray();
    for (Message.ToolDefinition tool : tools) {
      out.writeStartObject();
      out.writeStringProperty("type", "function");
      out.writeStringProperty("name", wellFormed(tool.name()));
      optional("description", tool.description(), out);
      String parameters = tool.parameters() == null ? null : text(tool.parameters());
      if (parameters != null) {
        out.writeName("parameters");
        out.writeRawValue(parameters);
      }
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** Written apart, because half a value cannot be taken back; null when it cannot be read. */
  private @Nullable String text(DeferredJson deferred) {
    if (deferred instanceof JsonText written && isJson(written.text())) {
      return written.text();
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), text)) {
      writeValue(deferred.toJson(), generator, 0);
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      unreadable.increment();
      return null;
    }
    return text.toString();
  }

  private static void writeValue(@Nullable Object value, JsonGenerator out, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("nested too deeply");
    }
    if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.writeName(wellFormed((String) entry.getKey()));
        writeValue(entry.getValue(), out, depth + 1);
      }
      out.writeEndObject();
    } else if (value instanceof Collection<?> values) {
      out.writeStartArray();
      for (Object element : values) {
        writeValue(element, out, depth + 1);
      }
      out.writeEndArray();
    } else if (value instanceof String string) {
      out.writeString(wellFormed(string));
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof Integer || value instanceof Long) {
      out.writeNumber(((Number) value).longValue());
    } else if (value instanceof Number number) {
      out.writeNumber(number.doubleValue());
    } else if (value == null) {
      out.writeNull();
    } else {
      throw new IllegalArgumentException(value.getClass().getName());
    }
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

  private static void write(Values.Tree tree, JsonGenerator out) {
    if (tree instanceof Values.Fields fields) {
      out.writeStartObject();
      for (int i = 0; i < fields.names().size(); i++) {
        out.writeName(wellFormed(fields.names().get(i)));
        write(fields.values().get(i), out);
      }
      out.writeEndObject();
    } else if (tree instanceof Values.Items items) {
      out.writeStartArray();
      for (Values.Tree item : items.items()) {
        write(item, out);
      }
      out.writeEndArray();
    } else if (tree instanceof Values.Text text) {
      out.writeString(wellFormed(text.text()));
    } else if (tree instanceof Values.Whole number) {
      out.writeNumber(number.number());
    } else if (tree instanceof Values.Decimal number) {
      out.writeNumber(number.number());
    } else if (tree instanceof Values.Flag flag) {
      out.writeBoolean(flag.flag());
    } else if (tree instanceof Values.Other other) {
      out.writeStartObject();
      out.writeStringProperty("class", other.className());
      out.writeEndObject();
    } else {
      out.writeNull();
    }
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
