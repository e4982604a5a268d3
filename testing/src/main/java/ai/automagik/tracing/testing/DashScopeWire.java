package ai.automagik.tracing.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What DashScope's text generation sends. Each event of a stream says all that was said so far, and
 * what it took. Stateless.
 */
final class DashScopeWire implements Dialect.Wire {
  @Override
  public String body(Dialect.Head head, LlmReply reply) {
    return result(head, reply, reply.text(), reply.effectiveFinishReason());
  }

  @Override
  public String streamContentType() {
    return "text/event-stream;charset=UTF-8";
  }

  @Override
  public List<String> chunks(Dialect.Head head, LlmRequest request, LlmReply reply) {
    List<String> chunks = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String piece : Pieces.of(reply.text() == null ? "" : reply.text())) {
      text.append(piece);
      chunks.add(event(chunks.size(), result(head, reply, text.toString(), "null")));
    }
    chunks.add(
        event(chunks.size(), result(head, reply, text.toString(), reply.effectiveFinishReason())));
    return chunks;
  }

  @Override
  public String malformedChunk() {
    return event(1, "{\"output\":{\"choi");
  }

  @Override
  public String error(int status, String message) {
    String code = status == 429 ? "Throttling.RateQuota" : "InvalidParameter";
    return Json.write(
        Json.object("code", code, "message", message, "request_id", "req_fake_dashscope"));
  }

  @Override
  public String errorMessage(int status, String model) {
    return status == 429
        ? "Requests rate limit exceeded, please try again later."
        : "Required parameter is missing or invalid.";
  }

  private static String result(
      Dialect.Head head, LlmReply reply, @Nullable String text, String finishReason) {
    Map<String, @Nullable Object> result =
        Json.object(
            "output",
            Json.object(
                "choices",
                List.of(
                    Json.object(
                        "finish_reason",
                        finishReason,
                        "message",
                        Json.object("role", "assistant", "content", text == null ? "" : text)))));
    TokenUsage usage = reply.usage();
    if (usage != null) {
      result.put(
          "usage",
          Json.object(
              "input_tokens",
              usage.inputTokens(),
              "output_tokens",
              usage.outputTokens(),
              "total_tokens",
              usage.inputTokens() + usage.outputTokens()));
    }
    result.put("request_id", String.format(Locale.ROOT, "fake%06d", head.number()));
    return Json.write(result);
  }

  private static String event(int number, String data) {
    return "id:" + (number + 1) + "\nevent:result\n:HTTP_STATUS/200\ndata:" + data + "\n\n";
  }
}
