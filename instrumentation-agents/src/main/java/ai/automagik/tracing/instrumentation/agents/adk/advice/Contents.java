package ai.automagik.tracing.instrumentation.agents.adk.advice;

import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Values;
import com.google.genai.types.Blob;
import com.google.genai.types.Content;
import com.google.genai.types.FileData;
import com.google.genai.types.FunctionCall;
import com.google.genai.types.FunctionResponse;
import com.google.genai.types.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Google's contents as messages. Copies references, never text. Stateless. */
final class Contents {
  private Contents() {}

  /**
   * A message.
   *
   * @param role of a content that does not name its own
   */
  static Message message(Content content, String role) {
    List<Message.Part> parts = parts(content);
    String named = content.role().orElse(role);
    return new Message(
        isResults(parts) ? Message.TOOL : named.equals("model") ? Message.ASSISTANT : named,
        parts,
        null);
  }

  static List<Message.Part> parts(Content content) {
    List<Message.Part> parts = new ArrayList<>();
    for (Part part : content.parts().orElse(List.of())) {
      Message.Part known = part(part);
      if (known != null) {
        parts.add(known);
      }
    }
    return parts;
  }

  private static Message.@Nullable Part part(Part part) {
    String text = part.text().orElse(null);
    if (text != null) {
      return part.thought().orElse(false) ? new Message.Reasoning(text) : new Message.Text(text);
    }
    FunctionCall call = part.functionCall().orElse(null);
    if (call != null) {
      return new Message.ToolCallValues(
          call.id().orElse(null), call.name().orElse(""), Values.in(call.args().orElse(null)));
    }
    FunctionResponse response = part.functionResponse().orElse(null);
    if (response != null) {
      String id = response.id().orElse(null);
      Values values = Values.in(response.response().orElse(null));
      return values == null
          ? new Message.ToolResponse(id, null)
          : new Message.ToolResponseValues(id, values);
    }
    Blob blob = part.inlineData().orElse(null);
    if (blob != null) {
      String type = blob.mimeType().orElse(null);
      byte[] data = blob.data().orElse(null);
      return Message.Media.sized(modality(type), type, data == null ? 0 : data.length);
    }
    FileData file = part.fileData().orElse(null);
    if (file != null) {
      String type = file.mimeType().orElse(null);
      return Message.Media.at(modality(type), type, file.fileUri().orElse(""));
    }
    return null;
  }

  private static boolean isResults(List<Message.Part> parts) {
    for (int i = 0; i < parts.size(); i++) {
      if (!(parts.get(i) instanceof Message.ToolResponse)
          && !(parts.get(i) instanceof Message.ToolResponseValues)) {
        return false;
      }
    }
    return !parts.isEmpty();
  }

  private static String modality(@Nullable String mimeType) {
    String type = mimeType == null ? "" : mimeType.toLowerCase(Locale.ROOT);
    return type.startsWith("image/")
        ? "image"
        : type.startsWith("audio/") ? "audio" : type.startsWith("video/") ? "video" : "document";
  }
}
