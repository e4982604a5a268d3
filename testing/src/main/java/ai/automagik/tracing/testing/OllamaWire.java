package ai.automagik.tracing.testing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Ollama's chat sends: one object, or one per line, of which the last says what it took. It
 * knows neither ids nor cached nor reasoning tokens. Stateless.
 */
final class OllamaWire implements Dialect.Wire {
  /** Always as many digits, so that equal replies are equally long. */
  private static final DateTimeFormatter CREATED_AT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Override
  public String body(Dialect.Head head, LlmReply reply) {
    Map<String, @Nullable Object> message = message(reply.text());
    if (reply.fault() != LlmReply.Plain.EMPTY_CHOICES) {
      if (reply.thinking() != null) {
        message.put("thinking", reply.thinking());
      }
      if (!reply.toolCalls().isEmpty()) {
        message.put("tool_calls", toolCalls(reply));
      }
    }
    return Json.write(last(head, reply, message));
  }

  @Override
  public String streamContentType() {
    return "application/x-ndjson";
  }

  @Override
  public List<String> chunks(Dialect.Head head, LlmRequest request, LlmReply reply) {
    List<Map<String, @Nullable Object>> messages = new ArrayList<>();
    if (reply.thinking() != null) {
      for (String piece : Pieces.of(reply.thinking())) {
        Map<String, @Nullable Object> message = message("");
        message.put("thinking", piece);
        messages.add(message);
      }
    }
    if (reply.text() != null) {
      Pieces.of(reply.text()).forEach(piece -> messages.add(message(piece)));
    }
    if (!reply.toolCalls().isEmpty()) {
      Map<String, @Nullable Object> message = message("");
      message.put("tool_calls", toolCalls(reply));
      messages.add(message);
    }
    List<String> lines = new ArrayList<>();
    for (Map<String, @Nullable Object> message : messages) {
      lines.add(line(chunk(head, message, false)));
    }
    if (reply.fault() == LlmReply.Plain.MALFORMED_JSON) {
      lines.add(line(chunk(head, message("?"), false))); // so that there is a second one
    }
    lines.add(line(last(head, reply, message(""))));
    return lines;
  }

  @Override
  public String malformedChunk() {
    return "{\"model\":\"\n";
  }

  @Override
  public String error(int status, String message) {
    return Json.write(Json.object("error", message));
  }

  @Override
  public String errorMessage(int status, String model) {
    return switch (status) {
      case 401 -> "unauthorized";
      case 429 -> "too many requests";
      case 503 -> "server busy, please try again.  maximum pending requests exceeded";
      default -> "an error was encountered while running the model: unexpected EOF";
    };
  }

  private static Map<String, @Nullable Object> message(@Nullable String content) {
    return Json.object("role", "assistant", "content", content == null ? "" : content);
  }

  private static List<Object> toolCalls(LlmReply reply) {
    List<Object> calls = new ArrayList<>();
    for (ToolCall call : reply.toolCalls()) {
      calls.add(
          Json.object(
              "id",
              call.id(),
              "function",
              Json.object("name", call.name(), "arguments", Json.parse(call.arguments()))));
    }
    return calls;
  }

  private static Map<String, @Nullable Object> chunk(
      Dialect.Head head, Map<String, @Nullable Object> message, boolean done) {
    return Json.object(
        "model",
        head.model(),
        "created_at",
        CREATED_AT.format(Instant.ofEpochMilli(head.createdEpochMillis())),
        "message",
        message,
        "done",
        done);
  }

  private static Map<String, @Nullable Object> last(
      Dialect.Head head, LlmReply reply, Map<String, @Nullable Object> message) {
    Map<String, @Nullable Object> last = chunk(head, message, true);
    String reason = reply.effectiveFinishReason();
    last.put("done_reason", reason.equals("tool_calls") ? "stop" : reason);
    last.put("total_duration", 4_883_583_458L);
    last.put("load_duration", 1_334_875L);
    TokenUsage usage = reply.usage();
    if (usage != null) {
      last.put("prompt_eval_count", usage.inputTokens());
      last.put("prompt_eval_duration", 342_546_000L);
      last.put("eval_count", usage.outputTokens());
      last.put("eval_duration", 4_535_599_000L);
    }
    return last;
  }

  private static String line(Object json) {
    return Json.write(json) + "\n";
  }
}
