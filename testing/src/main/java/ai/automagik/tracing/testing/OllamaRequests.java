package ai.automagik.tracing.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests for Ollama's chat, which streams unless it is told not to. Stateless. */
final class OllamaRequests implements Dialect.Requests {
  @Override
  public String model(LlmRequest request) {
    return Json.text(request.json().get("model"));
  }

  @Override
  public boolean stream(LlmRequest request) {
    return !Boolean.FALSE.equals(request.json().get("stream"));
  }

  @Override
  public List<LlmRequest.Message> messages(Map<String, @Nullable Object> json) {
    return Json.list(json.get("messages")).stream().map(OllamaRequests::message).toList();
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
              Json.write(function.get("arguments"))));
    }
    Object tool = message.get(message.containsKey("tool_call_id") ? "tool_call_id" : "tool_name");
    return new LlmRequest.Message(
        Json.text(message.get("role")),
        Json.text(message.get("content")),
        List.copyOf(toolCalls),
        tool == null ? null : Json.text(tool));
  }
}
