package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a message's content in the providers' ways. Stateless. */
final class ContentParts {
  private ContentParts() {}

  /** Adds the content of an OpenAI message: a text, or a list of typed parts. */
  static void openAi(JsonValue content, List<Message.Part> into) {
    if (content.text() != null) {
      into.add(new Message.Text(content.textOr("")));
    }
    for (JsonValue part : content.elements()) {
      Message.Part known = openAiPart(part);
      if (known != null) {
        into.add(known);
      }
    }
  }

  private static Message.@Nullable Part openAiPart(JsonValue part) {
    return switch (part.get("type").textOr("")) {
      case "text", "input_text", "output_text" -> new Message.Text(part.get("text").textOr(""));
      case "refusal" -> new Message.Text(part.get("refusal").textOr(""));
      case "thinking" -> new Message.Reasoning(String.valueOf(thinking(part)));
      case "image_url" -> media("image", null, address(part.get("image_url")));
      case "input_image" -> media("image", null, part.get("image_url").text());
      case "input_audio" ->
          content(
              "audio",
              mimeType("audio", part.get("input_audio").get("format").text()),
              part.get("input_audio").get("data").text());
      case "video_url" -> media("video", null, address(part.get("video_url")));
      case "document_url" -> media("document", null, part.get("document_url").text());
      case "file" -> media("document", null, part.get("file").get("file_data").text());
      case "input_file" -> media("document", null, part.any("file_data", "file_url").text());
      default -> bare(part);
    };
  }

  /** A part without a type, as DashScope has them: its only member says it. */
  private static Message.@Nullable Part bare(JsonValue part) {
    for (String modality : new String[] {"image", "audio", "video"}) {
      if (part.get(modality).text() != null) {
        return media(modality, null, part.get(modality).text());
      }
    }
    return Messages.part(part.get("text").text());
  }

  /** What Mistral's thinking models have among the parts of their content; null for the rest. */
  static @Nullable String thinking(JsonValue part) {
    if (!part.get("type").textOr("").equals("thinking")) {
      return null;
    }
    StringBuilder thoughts = new StringBuilder();
    for (JsonValue thought : part.get("thinking").list()) {
      thoughts.append(thought.text() == null ? thought.get("text").textOr("") : thought.text());
    }
    return thoughts.toString();
  }

  /** An address as OpenAI wraps it, or bare, as Mistral takes it too. */
  private static @Nullable String address(JsonValue url) {
    return url.isObject() ? url.get("url").text() : url.text();
  }

  /** Anthropic's source of an image or a document. */
  static Message.@Nullable Part anthropicSource(String modality, JsonValue source) {
    String type = source.get("media_type").text();
    if (source.get("type").textOr("").equals("text")) {
      return new Message.Text(source.get("data").textOr(""));
    }
    Message.Part byContent = content(modality, type, source.get("data").text());
    return byContent == null ? media(modality, type, source.get("url").text()) : byContent;
  }

  /** All text of a content, whatever its form; null when there is none. */
  static @Nullable String text(JsonValue content) {
    if (content.text() != null) {
      return content.text();
    }
    StringBuilder text = new StringBuilder();
    for (JsonValue part : content.elements()) {
      String piece = part.text() != null ? part.text() : part.get("text").text();
      if (piece != null) {
        text.append(text.isEmpty() ? "" : "\n").append(piece);
      }
    }
    return text.isEmpty() ? content.json() : text.toString();
  }

  /** By address, which may be a {@code data:} one; null where there is none. */
  static Message.@Nullable Part media(
      String modality, @Nullable String mimeType, @Nullable String address) {
    return address == null ? null : Message.Media.at(modality, mimeType, address);
  }

  /** By content; null where there is none. */
  static Message.@Nullable Part content(
      String modality, @Nullable String mimeType, @Nullable String base64) {
    return base64 == null ? null : Message.Media.of(modality, mimeType, base64);
  }

  static @Nullable String mimeType(String modality, @Nullable String format) {
    return format == null ? null : modality + "/" + format;
  }
}
