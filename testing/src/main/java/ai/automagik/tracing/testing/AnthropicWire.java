package ai.automagik.tracing.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Anthropic's messages endpoint sends. Its input tokens are those that neither came from the
 * cache nor went there. Stateless.
 */
final class AnthropicWire implements Dialect.Wire {
  private static final String SIGNATURE = "EqQBCgIYAhIkZmFrZQ==";

  @Override
  public String body(Dialect.Head head, LlmReply reply) {
    List<Object> content = new ArrayList<>();
    for (Block block : blocks(reply)) {
      content.add(block.whole());
    }
    Map<String, @Nullable Object> message = message(head, content, stopReason(reply));
    TokenUsage usage = reply.usage();
    if (usage != null) {
      message.put("usage", usage(usage, usage.outputTokens()));
    }
    return Json.write(message);
  }

  @Override
  public String streamContentType() {
    return "text/event-stream; charset=utf-8";
  }

  @Override
  public List<String> chunks(Dialect.Head head, LlmRequest request, LlmReply reply) {
    List<String> chunks = new ArrayList<>();
    Map<String, @Nullable Object> message = message(head, List.of(), null);
    TokenUsage usage = reply.usage();
    if (usage != null) {
      message.put("usage", usage(usage, 1));
    }
    chunks.add(event("message_start", "message", message));
    List<Block> blocks = blocks(reply);
    for (int index = 0; index < blocks.size(); index++) {
      Block block = blocks.get(index);
      chunks.add(event("content_block_start", "index", index, "content_block", block.emptied()));
      if (index == 0) {
        chunks.add(event("ping"));
      }
      for (Object delta : block.deltas()) {
        chunks.add(event("content_block_delta", "index", index, "delta", delta));
      }
      chunks.add(event("content_block_stop", "index", index));
    }
    Object stop = Json.object("stop_reason", stopReason(reply), "stop_sequence", null);
    chunks.add(
        usage == null
            ? event("message_delta", "delta", stop)
            : event(
                "message_delta",
                "delta",
                stop,
                "usage",
                Json.object("output_tokens", usage.outputTokens())));
    chunks.add(event("message_stop"));
    return chunks;
  }

  @Override
  public String malformedChunk() {
    return "event: content_block_start\ndata: {\"type\":\"content_block_\n\n";
  }

  @Override
  public String error(int status, String message) {
    String type =
        switch (status) {
          case 400, 405 -> "invalid_request_error";
          case 401 -> "authentication_error";
          case 403 -> "permission_error";
          case 404 -> "not_found_error";
          case 413 -> "request_too_large";
          case 429 -> "rate_limit_error";
          case 529 -> "overloaded_error";
          default -> "api_error";
        };
    return Json.write(
        Json.object(
            "type",
            "error",
            "error",
            Json.object("type", type, "message", message),
            "request_id",
            "req_fake"));
  }

  @Override
  public String errorMessage(int status, String model) {
    return switch (status) {
      case 401 -> "invalid x-api-key";
      case 429 -> "This request would exceed your organization's rate limit.";
      case 529 -> "Overloaded";
      default -> "Internal server error";
    };
  }

  /** A content block: as it is in a body, as it begins in a stream, and what follows there. */
  private record Block(Object whole, Object emptied, List<Object> deltas) {}

  private static List<Block> blocks(LlmReply reply) {
    List<Block> blocks = new ArrayList<>();
    if (reply.fault() == LlmReply.Plain.EMPTY_CHOICES) {
      return blocks;
    }
    if (reply.thinking() != null) {
      blocks.add(thinking(reply.thinking()));
    }
    if (reply.text() != null) {
      blocks.add(text(reply.text()));
    }
    reply.toolCalls().forEach(call -> blocks.add(toolUse(call)));
    return blocks;
  }

  private static Block thinking(String thinking) {
    List<Object> deltas = new ArrayList<>();
    for (String piece : Pieces.of(thinking)) {
      deltas.add(Json.object("type", "thinking_delta", "thinking", piece));
    }
    deltas.add(Json.object("type", "signature_delta", "signature", SIGNATURE));
    return new Block(
        Json.object("type", "thinking", "thinking", thinking, "signature", SIGNATURE),
        Json.object("type", "thinking", "thinking", "", "signature", ""),
        deltas);
  }

  private static Block text(String text) {
    List<Object> deltas = new ArrayList<>();
    for (String piece : Pieces.of(text)) {
      deltas.add(Json.object("type", "text_delta", "text", piece));
    }
    return new Block(
        Json.object("type", "text", "text", text), Json.object("type", "text", "text", ""), deltas);
  }

  private static Block toolUse(ToolCall call) {
    List<Object> deltas = new ArrayList<>();
    deltas.add(Json.object("type", "input_json_delta", "partial_json", ""));
    for (String piece : Pieces.of(call.arguments())) {
      deltas.add(Json.object("type", "input_json_delta", "partial_json", piece));
    }
    return new Block(
        toolUse(call, Json.parse(call.arguments())), toolUse(call, Json.object()), deltas);
  }

  private static Object toolUse(ToolCall call, @Nullable Object input) {
    return Json.object("type", "tool_use", "id", call.id(), "name", call.name(), "input", input);
  }

  private static String stopReason(LlmReply reply) {
    return switch (reply.effectiveFinishReason()) {
      case "stop" -> "end_turn";
      case "tool_calls" -> "tool_use";
      case "length" -> "max_tokens";
      case "content_filter" -> "refusal";
      default -> reply.effectiveFinishReason();
    };
  }

  private static Map<String, @Nullable Object> message(
      Dialect.Head head, List<?> content, @Nullable String stopReason) {
    return Json.object(
        "id",
        String.format(Locale.ROOT, "msg_fake%06d", head.number()),
        "type",
        "message",
        "role",
        "assistant",
        "model",
        head.model(),
        "content",
        content,
        "stop_reason",
        stopReason,
        "stop_sequence",
        null);
  }

  private static Object usage(TokenUsage usage, int outputTokens) {
    return Json.object(
        "input_tokens",
        usage.inputTokens() - usage.cachedTokens() - usage.cacheWriteTokens(),
        "cache_creation_input_tokens",
        usage.cacheWriteTokens(),
        "cache_read_input_tokens",
        usage.cachedTokens(),
        "output_tokens",
        outputTokens,
        "service_tier",
        "standard");
  }

  private static String event(String type, @Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> data = Json.object("type", type);
    data.putAll(Json.object(namesAndValues));
    return "event: " + type + "\ndata: " + Json.write(data) + "\n\n";
  }
}
