package ai.automagik.tracing.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests for Gemini's generateContent. Model and streaming stand in the path; what a function
 * answered is a part of a message, and becomes one of its own here. Stateless.
 */
final class GeminiRequests implements Dialect.Requests {
  private static final String MODELS = "/models/";

  @Override
  public String model(LlmRequest request) {
    String path = request.path();
    int models = path.indexOf(MODELS);
    return models < 0 ? "" : path.substring(models + MODELS.length(), path.lastIndexOf(':'));
  }

  @Override
  public boolean stream(LlmRequest request) {
    return request.path().endsWith(":streamGenerateContent");
  }

  @Override
  public List<LlmRequest.Message> messages(Map<String, @Nullable Object> json) {
    List<LlmRequest.Message> messages = new ArrayList<>();
    Object system =
        json.containsKey("systemInstruction")
            ? json.get("systemInstruction")
            : json.get("system_instruction");
    if (system != null) {
      messages.add(new LlmRequest.Message("system", text(Json.map(system)), List.of(), null));
    }
    for (Object content : Json.list(json.get("contents"))) {
      add(Json.map(content), messages);
    }
    return messages;
  }

  @Override
  public List<String> toolNames(Map<String, @Nullable Object> json) {
    List<String> names = new ArrayList<>();
    for (Object tool : Json.list(json.get("tools"))) {
      Map<?, ?> object = Json.map(tool);
      Object functions =
          object.containsKey("functionDeclarations")
              ? object.get("functionDeclarations")
              : object.get("function_declarations");
      for (Object function : Json.list(functions)) {
        names.add(Json.text(Json.map(function).get("name")));
      }
    }
    return names;
  }

  private static void add(Map<?, ?> json, List<LlmRequest.Message> messages) {
    List<ToolCall> toolCalls = new ArrayList<>();
    boolean others = false;
    for (Object part : Json.list(json.get("parts"))) {
      Map<?, ?> call = Json.map(Json.map(part).get("functionCall"));
      Map<?, ?> response = Json.map(Json.map(part).get("functionResponse"));
      if (!call.isEmpty()) {
        toolCalls.add(
            new ToolCall(
                Json.text(call.get("id")),
                Json.text(call.get("name")),
                Json.write(call.get("args"))));
      } else if (!response.isEmpty()) {
        messages.add(
            new LlmRequest.Message(
                "tool",
                Json.write(response.get("response")),
                List.of(),
                Json.text(response.get("name"))));
      } else {
        others = true;
      }
    }
    if (others || !toolCalls.isEmpty()) {
      String role = Json.text(json.get("role"));
      messages.add(
          new LlmRequest.Message(
              role.equals("model") ? "assistant" : "user",
              text(json),
              List.copyOf(toolCalls),
              null));
    }
  }

  /** What was thought is not said. */
  private static String text(Map<?, ?> content) {
    StringBuilder text = new StringBuilder();
    for (Object element : Json.list(content.get("parts"))) {
      Map<?, ?> part = Json.map(element);
      if (!Boolean.TRUE.equals(part.get("thought"))) {
        text.append(Json.text(part.get("text")));
      }
    }
    return text.toString();
  }
}
