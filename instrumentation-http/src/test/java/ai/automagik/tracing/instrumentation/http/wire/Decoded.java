package ai.automagik.tracing.instrumentation.http.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
    return of(dialect, null, request, status, Map.of("content-type", type), response);
  }

  static Decoded of(
      String dialect,
      @Nullable String model,
      byte[] request,
      int status,
      Map<String, String> headers,
      byte[] response) {
    WireCall call = new WireCall(dialect, model);
    call.requestBegins();
    call.requestBytes(ByteBuffer.wrap(request));
    call.responseBegins(status, headers::get);
    call.responseBytes(ByteBuffer.wrap(response));
    call.over();
    return of(call);
  }

  static Decoded of(WireCall call) {
    return of(call, false);
  }

  static Decoded of(WireCall call, boolean toFirstMistake) {
    Decoded decoded = new Decoded();
    call.decode(
        System.nanoTime(),
        toFirstMistake,
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
    } else if (part instanceof Message.ToolResponseParts response) {
      return response.id() + "->" + response.response();
    }
    return part instanceof Message.Media media
        ? media.modality()
            + " "
            + media.mimeType()
            + " "
            + (media.hasAddress()
                ? media.uri()
                : media.content() == null ? media.bytes() + " bytes" : media.content())
        : part.toString();
  }
}
