package ai.automagik.tracing.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests for Bedrock's Converse. Model and streaming stand in the path; what a tool answered is a
 * part of a message, and becomes one of its own here. Stateless.
 */
final class BedrockRequests implements Dialect.Requests {
  private static final String MODEL = "/model/";

  /** The requested model, which the path of every request to Bedrock names. */
  static String modelOf(LlmRequest request) {
    String path = request.path();
    int model = path.indexOf(MODEL);
    return model < 0 ? "" : path.substring(model + MODEL.length(), path.lastIndexOf('/'));
  }

  @Override
  public String model(LlmRequest request) {
    return modelOf(request);
  }

  @Override
  public boolean stream(LlmRequest request) {
    return request.path().endsWith("/converse-stream");
  }

  @Override
  public List<LlmRequest.Message> messages(Map<String, @Nullable Object> json) {
    List<LlmRequest.Message> messages = new ArrayList<>();
    if (json.get("system") != null) {
      messages.add(new LlmRequest.Message("system", text(json.get("system")), List.of(), null));
    }
    for (Object message : Json.list(json.get("messages"))) {
      add(Json.map(message), messages);
    }
    return messages;
  }

  @Override
  public List<String> toolNames(Map<String, @Nullable Object> json) {
    return Json.list(Json.map(json.get("toolConfig")).get("tools")).stream()
        .map(tool -> Json.text(Json.map(Json.map(tool).get("toolSpec")).get("name")))
        .toList();
  }

  private static void add(Map<?, ?> json, List<LlmRequest.Message> messages) {
    List<ToolCall> toolCalls = new ArrayList<>();
    boolean others = false;
    for (Object element : Json.list(json.get("content"))) {
      Map<?, ?> part = Json.map(element);
      Map<?, ?> result = Json.map(part.get("toolResult"));
      Map<?, ?> use = Json.map(part.get("toolUse"));
      if (!result.isEmpty()) {
        messages.add(
            new LlmRequest.Message(
                "tool",
                text(result.get("content")),
                List.of(),
                Json.text(result.get("toolUseId"))));
      } else if (!use.isEmpty()) {
        toolCalls.add(
            new ToolCall(
                Json.text(use.get("toolUseId")),
                Json.text(use.get("name")),
                Json.write(use.get("input"))));
      } else {
        others = true;
      }
    }
    if (others || !toolCalls.isEmpty()) {
      messages.add(
          new LlmRequest.Message(
              Json.text(json.get("role")),
              text(json.get("content")),
              List.copyOf(toolCalls),
              null));
    }
  }

  private static String text(@Nullable Object parts) {
    StringBuilder text = new StringBuilder();
    Json.list(parts).forEach(part -> text.append(Json.text(Json.map(part).get("text"))));
    return text.toString();
  }
}
