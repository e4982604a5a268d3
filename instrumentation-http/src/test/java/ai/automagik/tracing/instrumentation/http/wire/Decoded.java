package ai.automagik.tracing.instrumentation.http.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a call on the wire was decoded to, as text per attribute. */
final class Decoded {
  private static final String EVENT_STREAM = "text/event-stream; charset=utf-8";

  private final Map<String, Object> values = new TreeMap<>();

  static Decoded json(String dialect, String request, String response) {
    return of(dialect, request, 200, "application/json", response);
  }

  static Decoded events(String dialect, String request, String response) {
    return of(dialect, request, 200, EVENT_STREAM, response);
  }

  static Decoded of(String dialect, String request, int status, String type, String response) {
    return of(dialect, request.getBytes(UTF_8), status, type, response.getBytes(UTF_8));
  }

  static Decoded of(String dialect, byte[] request, int status, String type, byte[] response) {
    WireCall call = new WireCall(dialect);
    call.requestBegins();
    call.requestBytes(ByteBuffer.wrap(request));
    call.responseBegins(status, type, null);
    call.responseBytes(ByteBuffer.wrap(response));
    call.over();
    return of(call);
  }

  static Decoded of(WireCall call) {
    Decoded decoded = new Decoded();
    call.decode(
        System.nanoTime(),
        (attribute, value) -> {
          if (value != null) {
            decoded.values.put(attribute.name(), value);
          }
        });
    return decoded;
  }

  Object get(Attribute attribute) {
    return values.get(attribute.name());
  }

  Map<String, Object> all() {
    return values;
  }

  /** The messages of an attribute, one line each. */
  List<String> messages(Attribute attribute) {
    List<String> lines = new ArrayList<>();
    if (get(attribute) instanceof Message.Conversation conversation) {
      for (Message message : conversation.messages()) {
        StringBuilder line = new StringBuilder(message.role()).append(':');
        message.parts().forEach(part -> line.append(' ').append(part(part)));
        lines.add(
            line + (message.finishReason() == null ? "" : " (" + message.finishReason() + ")"));
      }
    }
    return lines;
  }

  private static String part(Message.Part part) {
    if (part instanceof Message.Text text) {
      return text.content();
    } else if (part instanceof Message.Reasoning reasoning) {
      return "<" + reasoning.content() + ">";
    } else if (part instanceof Message.ToolCall call) {
      return call.id() + "=" + call.name() + call.arguments();
    } else if (part instanceof Message.ToolResponse response) {
      return response.id() + "->" + response.response();
    }
    return part instanceof Message.Media media
        ? media.modality() + " " + media.mimeType() + " " + media.content()
        : part.toString();
  }
}
