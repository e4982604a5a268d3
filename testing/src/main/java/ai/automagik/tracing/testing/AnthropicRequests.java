package ai.automagik.tracing.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests for Anthropic's messages. The system text stands outside of the conversation, and tool
 * results are blocks of what the user says: each becomes a message of its own here. Stateless.
 */
final class AnthropicRequests implements Dialect.Requests {
  @Override
  public String model(LlmRequest request) {
    return Json.text(request.json().get("model"));
  }

  @Override
  public boolean stream(LlmRequest request) {
    return Boolean.TRUE.equals(request.json().get("stream"));
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
    return Json.list(json.get("tools")).stream()
        .map(tool -> Json.text(Json.map(tool).get("name")))
        .toList();
  }

  private static void add(Map<?, ?> json, List<LlmRequest.Message> messages) {
    Object content = json.get("content");
    List<ToolCall> toolCalls = new ArrayList<>();
    boolean others = content instanceof String;
    for (Object element : Json.list(content)) {
      Map<?, ?> block = Json.map(element);
      switch (Json.text(block.get("type"))) {
        case "tool_result" ->
            messages.add(
                new LlmRequest.Message(
                    "tool",
                    text(block.get("content")),
                    List.of(),
                    Json.text(block.get("tool_use_id"))));
        case "tool_use" ->
            toolCalls.add(
                new ToolCall(
                    Json.text(block.get("id")),
                    Json.text(block.get("name")),
                    Json.write(block.get("input"))));
        default -> others = true;
      }
    }
    if (others || !toolCalls.isEmpty()) {
      messages.add(
          new LlmRequest.Message(
              Json.text(json.get("role")), text(content), List.copyOf(toolCalls), null));
    }
  }

  /** A string, or the text blocks of a list. */
  private static String text(@Nullable Object content) {
    if (content instanceof List<?> blocks) {
      StringBuilder text = new StringBuilder();
      blocks.forEach(block -> text.append(Json.text(Json.map(block).get("text"))));
      return text.toString();
    }
    return Json.text(content);
  }
}
