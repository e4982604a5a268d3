package ai.automagik.tracing.testing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as {@link FakeLlmServer} received it, with the parts that rules and assertions look
 * at, whatever the dialect that its path tells.
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
   * @param toolCallId the call that a tool message answers; the tool's name where the dialect knows
   *     no ids
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
    return reader().model(this);
  }

  public boolean stream() {
    return reader().stream(this);
  }

  /** Returns whether an OpenAI stream is to end with a usage chunk. */
  public boolean includeUsage() {
    return Boolean.TRUE.equals(Json.map(json.get("stream_options")).get("include_usage"));
  }

  /** Returns the conversation; system text and tool results are messages of their own. */
  public List<Message> messages() {
    return reader().messages(json);
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
    return reader().toolNames(json);
  }

  private Dialect.Requests reader() {
    Dialect dialect = Dialect.of(path);
    return (dialect == null ? Dialect.OPENAI : dialect).requests();
  }
}
