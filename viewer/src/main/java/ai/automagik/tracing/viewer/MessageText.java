package ai.automagik.tracing.viewer;

import ai.automagik.tracing.viewer.Style.Tone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the messages of one model call into words. */
final class MessageText {
  private final Map<Object, String> toolNamesById = new HashMap<>();

  /**
   * @param conversation also holds the tool calls that later messages answer
   */
  MessageText(List<Map<?, ?>> conversation) {
    for (Map<?, ?> message : conversation) {
      if (message.get("parts") instanceof List<?> parts) {
        for (Object part : parts) {
          if (part instanceof Map<?, ?> call
              && "tool_call".equals(call.get("type"))
              && call.get("id") != null) {
            toolNamesById.put(call.get("id"), text(call.get("name")));
          }
        }
      }
    }
  }

  void add(Map<?, ?> message, List<Block> blocks) {
    String role = message.get("role") instanceof String text ? text : "message";
    if (message.get("content") != null) {
      blocks.add(Block.of(role, tone(role), text(message.get("content"))));
    }
    if (message.get("parts") instanceof List<?> parts) {
      for (Object part : parts) {
        blocks.add(
            part instanceof Map<?, ?> map
                ? block(role, map)
                : Block.of(role, tone(role), text(part)));
      }
    }
  }

  private Block block(String role, Map<?, ?> part) {
    String type = part.get("type") instanceof String text ? text : "part";
    return switch (type) {
      case "text" -> Block.of(role, tone(role), text(part.get("content")));
      case "reasoning" -> Block.dim("reasoning", text(part.get("content")));
      case "tool_call" ->
          Block.of(
              "calls",
              Tone.YELLOW,
              (text(part.get("name")) + " " + text(part.get("arguments"))).strip());
      case "tool_call_response" ->
          Block.of("tool", Tone.MAGENTA, toolName(part) + text(part.get("response")));
      case "uri" -> Block.of(role, tone(role), media(part) + " " + text(part.get("uri")));
      case "file" -> Block.of(role, tone(role), media(part) + " " + text(part.get("file_id")));
      case "blob" -> Block.of(role, tone(role), media(part) + " " + size(part));
      default -> Block.of(role, tone(role), ("[" + type + "] " + rest(part)).strip());
    };
  }

  private String toolName(Map<?, ?> response) {
    Object id = response.get("id");
    String name = id == null ? null : toolNamesById.getOrDefault(id, text(id));
    return name == null ? "" : name + ": ";
  }

  private static String media(Map<?, ?> part) {
    Object kind = part.get("mime_type") == null ? part.get("modality") : part.get("mime_type");
    return "[" + (kind == null ? "media" : text(kind)) + "]";
  }

  private static String size(Map<?, ?> part) {
    List<String> parts = new ArrayList<>();
    if (part.get("size") instanceof Number size) {
      parts.add(Figures.bytes(size.longValue()));
    } else if (part.get("content") instanceof String base64 && !base64.isEmpty()) {
      parts.add(Figures.bytes(base64.length() * 3L / 4));
    }
    if (Boolean.TRUE.equals(part.get("omitted"))) {
      parts.add("not kept");
    }
    return String.join(", ", parts);
  }

  /** What a part of an unknown type has besides its type. */
  private static String rest(Map<?, ?> part) {
    Map<Object, @Nullable Object> rest = new LinkedHashMap<>(part);
    rest.remove("type");
    return rest.isEmpty() ? "" : JsonText.compact(rest);
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof String text ? text : JsonText.compact(value);
  }

  private static Tone tone(String role) {
    return switch (role) {
      case "user" -> Tone.GREEN;
      case "assistant" -> Tone.CYAN;
      case "tool" -> Tone.MAGENTA;
      default -> Tone.BLUE;
    };
  }
}
