package ai.automagik.tracing.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Cohere's second API sends, without tool calls. It counts twice: what it bills, and what the
 * model has read and written. Stateless.
 */
final class CohereWire implements Dialect.Wire {
  @Override
  public String body(Dialect.Head head, LlmReply reply) {
    Map<String, @Nullable Object> body =
        Json.object(
            "id",
            id(head),
            "finish_reason",
            "COMPLETE",
            "message",
            Json.object(
                "role",
                "assistant",
                "content",
                List.of(Json.object("type", "text", "text", text(reply)))));
    body.putAll(usage(reply));
    return Json.write(body);
  }

  @Override
  public String streamContentType() {
    return "text/event-stream";
  }

  @Override
  public List<String> chunks(Dialect.Head head, LlmRequest request, LlmReply reply) {
    List<String> chunks = new ArrayList<>();
    Map<String, @Nullable Object> start =
        delta("message-start", Json.object("message", Json.object("role", "assistant")));
    start.put("id", id(head));
    chunks.add(event(start));
    chunks.add(event(content("content-start", Json.object("type", "text", "text", ""))));
    for (String piece : Pieces.of(text(reply))) {
      chunks.add(event(content("content-delta", Json.object("text", piece))));
    }
    chunks.add(event(Json.object("type", "content-end", "index", 0)));
    Map<String, @Nullable Object> end = Json.object("finish_reason", "COMPLETE");
    end.putAll(usage(reply));
    chunks.add(event(delta("message-end", end)));
    return chunks;
  }

  @Override
  public String malformedChunk() {
    return "event: content-delta\ndata: {\"type\":\"cont\n\n";
  }

  @Override
  public String error(int status, String message) {
    return Json.write(Json.object("id", "fake", "message", message));
  }

  @Override
  public String errorMessage(int status, String model) {
    return status == 429 ? "too many requests" : "invalid request: it is not valid";
  }

  private static String id(Dialect.Head head) {
    return String.format(Locale.ROOT, "cohere%06d", head.number());
  }

  private static String text(LlmReply reply) {
    String text = reply.text();
    return text == null ? "" : text;
  }

  private static Map<String, @Nullable Object> usage(LlmReply reply) {
    TokenUsage usage = reply.usage();
    return usage == null
        ? Json.object()
        : Json.object(
            "usage",
            Json.object(
                "billed_units",
                counts(usage.inputTokens(), usage.outputTokens()),
                "tokens",
                counts(usage.inputTokens() + 60, usage.outputTokens() + 2)));
  }

  private static Map<String, @Nullable Object> counts(int input, int output) {
    return Json.object("input_tokens", input, "output_tokens", output);
  }

  private static Map<String, @Nullable Object> content(
      String type, Map<String, @Nullable Object> content) {
    Map<String, @Nullable Object> event =
        delta(type, Json.object("message", Json.object("content", content)));
    event.put("index", 0);
    return event;
  }

  private static Map<String, @Nullable Object> delta(
      String type, Map<String, @Nullable Object> delta) {
    return Json.object("type", type, "delta", delta);
  }

  private static String event(Map<String, @Nullable Object> data) {
    return "event: " + data.get("type") + "\ndata: " + Json.write(data) + "\n\n";
  }
}
