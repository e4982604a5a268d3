package ai.automagik.tracing.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as {@link FakeLlmServer} received it, with the parts of an OpenAI chat request that
 * rules and assertions look at.
 *
 * @param headers names are case-insensitive
 * @param body the body as it was sent
 * @param json the parsed body; empty when the body is no JSON object
 */
public record LlmRequest(
    String method,
    String path,
    Map<String, List<String>> headers,
    String body,
    Map<String, @Nullable Object> json) {

  /**
   * One message of the conversation.
   *
   * @param text the text parts in one string; empty when there are none
   * @param toolCallId the call that a tool message answers
   */
  public record Message(
      String role, String text, List<ToolCall> toolCalls, @Nullable String toolCallId) {}

  /** Returns the first value of a header, or null. */
  public @Nullable String header(String name) {
    List<String> values = headers.get(name);
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  /** Returns the requested model, or an empty string. */
  public String model() {
    return text(json.get("model"));
  }

  public boolean stream() {
    return Boolean.TRUE.equals(json.get("stream"));
  }

  /** Returns whether the stream is to end with a usage chunk. */
  public boolean includeUsage() {
    return Boolean.TRUE.equals(map(json.get("stream_options")).get("include_usage"));
  }

  public List<Message> messages() {
    return list(json.get("messages")).stream().map(LlmRequest::message).toList();
  }

  /** Returns the text of the first system or developer message, or an empty string. */
  public String systemText() {
    return messages().stream()
        .filter(message -> message.role().equals("system") || message.role().equals("developer"))
        .findFirst()
        .map(Message::text)
        .orElse("");
  }

  /** Returns the text of the last user message, or an empty string. */
  public String lastUserText() {
    String last = "";
    for (Message message : messages()) {
      if (message.role().equals("user")) {
        last = message.text();
      }
    }
    return last;
  }

  /** Returns the texts of all tool messages, in order. */
  public List<String> toolResults() {
    return messages().stream()
        .filter(message -> message.role().equals("tool"))
        .map(Message::text)
        .toList();
  }

  /** Returns whether the last message is a tool result. */
  public boolean endsWithToolResult() {
    List<Message> messages = messages();
    return !messages.isEmpty() && messages.get(messages.size() - 1).role().equals("tool");
  }

  /** Returns the names of the offered tools. */
  public List<String> toolNames() {
    return list(json.get("tools")).stream()
        .map(tool -> text(map(map(tool).get("function")).get("name")))
        .toList();
  }

  private static Message message(@Nullable Object json) {
    Map<?, ?> message = map(json);
    List<ToolCall> toolCalls = new ArrayList<>();
    for (Object call : list(message.get("tool_calls"))) {
      Map<?, ?> function = map(map(call).get("function"));
      toolCalls.add(
          new ToolCall(
              text(map(call).get("id")),
              text(function.get("name")),
              text(function.get("arguments"))));
    }
    Object toolCallId = message.get("tool_call_id");
    return new Message(
        text(message.get("role")),
        content(message.get("content")),
        List.copyOf(toolCalls),
        toolCallId == null ? null : text(toolCallId));
  }

  private static String content(@Nullable Object content) {
    if (content instanceof List<?> parts) {
      StringBuilder text = new StringBuilder();
      parts.forEach(part -> text.append(text(map(part).get("text"))));
      return text.toString();
    }
    return text(content);
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
