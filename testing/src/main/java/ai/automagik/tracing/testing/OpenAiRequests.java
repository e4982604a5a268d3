package ai.automagik.tracing.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests for OpenAI's chat completions, also as Azure takes them. Stateless. */
final class OpenAiRequests implements Dialect.Requests {
  private static final String DEPLOYMENTS = "/deployments/";

  /** Azure has the model, by the name of its deployment, in the path. */
  @Override
  public String model(LlmRequest request) {
    String model = Json.text(request.json().get("model"));
    int deployment = request.path().indexOf(DEPLOYMENTS);
    if (!model.isEmpty() || deployment < 0) {
      return model;
    }
    String rest = request.path().substring(deployment + DEPLOYMENTS.length());
    return rest.substring(0, rest.indexOf('/'));
  }

  @Override
  public boolean stream(LlmRequest request) {
    return Boolean.TRUE.equals(request.json().get("stream"));
  }

  @Override
  public List<LlmRequest.Message> messages(Map<String, @Nullable Object> json) {
    return Json.list(json.get("messages")).stream().map(OpenAiRequests::message).toList();
  }

  @Override
  public List<String> toolNames(Map<String, @Nullable Object> json) {
    return Json.list(json.get("tools")).stream()
        .map(tool -> Json.text(Json.map(Json.map(tool).get("function")).get("name")))
        .toList();
  }

  private static LlmRequest.Message message(@Nullable Object json) {
    Map<?, ?> message = Json.map(json);
    List<ToolCall> toolCalls = new ArrayList<>();
    for (Object call : Json.list(message.get("tool_calls"))) {
      Map<?, ?> function = Json.map(Json.map(call).get("function"));
      toolCalls.add(
          new ToolCall(
              Json.text(Json.map(call).get("id")),
              Json.text(function.get("name")),
              Json.text(function.get("arguments"))));
    }
    Object toolCallId = message.get("tool_call_id");
    return new LlmRequest.Message(
        Json.text(message.get("role")),
        content(message.get("content")),
        List.copyOf(toolCalls),
        toolCallId == null ? null : Json.text(toolCallId));
  }

  private static String content(@Nullable Object content) {
    if (content instanceof List<?> parts) {
      StringBuilder text = new StringBuilder();
      parts.forEach(part -> text.append(Json.text(Json.map(part).get("text"))));
      return text.toString();
    }
    return Json.text(content);
  }
}
