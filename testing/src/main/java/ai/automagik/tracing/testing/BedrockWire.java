package ai.automagik.tracing.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Bedrock's Converse and ConverseStream send. The name of an error stands in a header, the
 * model and an id nowhere; the input tokens are those that did not come from the cache. Stateless.
 */
final class BedrockWire implements Dialect.Wire {
  @Override
  public String body(Dialect.Head head, LlmReply reply) {
    List<Object> content = new ArrayList<>();
    if (reply.fault() != LlmReply.Plain.EMPTY_CHOICES) {
      if (reply.text() != null) {
        content.add(Json.object("text", reply.text()));
      }
      for (ToolCall call : reply.toolCalls()) {
        content.add(
            Json.object(
                "toolUse",
                Json.object(
                    "toolUseId",
                    call.id(),
                    "name",
                    call.name(),
                    "input",
                    Json.parse(call.arguments()))));
      }
    }
    Map<String, @Nullable Object> body =
        Json.object(
            "output",
            Json.object("message", Json.object("role", "assistant", "content", content)),
            "stopReason",
            stopReason(reply));
    body.putAll(counted(reply));
    return Json.write(body);
  }

  @Override
  public String streamContentType() {
    return AmazonEvents.CONTENT_TYPE;
  }

  @Override
  public Charset streamCharset() {
    return ISO_8859_1;
  }

  @Override
  public List<String> chunks(Dialect.Head head, LlmRequest request, LlmReply reply) {
    List<String> chunks = new ArrayList<>();
    chunks.add(event("messageStart", "role", "assistant"));
    int index = 0;
    if (reply.text() != null) {
      for (String piece : Pieces.of(reply.text())) {
        chunks.add(delta(index, Json.object("text", piece)));
      }
      chunks.add(event("contentBlockStop", "contentBlockIndex", index++));
    }
    for (ToolCall call : reply.toolCalls()) {
      chunks.add(
          event(
              "contentBlockStart",
              "contentBlockIndex",
              index,
              "start",
              Json.object("toolUse", Json.object("toolUseId", call.id(), "name", call.name()))));
      for (String piece : Pieces.of(call.arguments())) {
        chunks.add(delta(index, Json.object("toolUse", Json.object("input", piece))));
      }
      chunks.add(event("contentBlockStop", "contentBlockIndex", index++));
    }
    chunks.add(event("messageStop", "stopReason", stopReason(reply)));
    chunks.add(AmazonEvents.event("metadata", Json.write(counted(reply))));
    return chunks;
  }

  @Override
  public String malformedChunk() {
    return AmazonEvents.event("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":{\"te");
  }

  @Override
  public Map<String, String> errorHeaders(int status) {
    String name =
        switch (status) {
          case 400, 405 -> "ValidationException";
          case 401, 403 -> "AccessDeniedException";
          case 404 -> "ResourceNotFoundException";
          case 408 -> "ModelTimeoutException";
          case 429 -> "ThrottlingException";
          case 503 -> "ServiceUnavailableException";
          default -> "InternalServerException";
        };
    return Map.of("x-amzn-ErrorType", name);
  }

  @Override
  public String error(int status, String message) {
    return Json.write(Json.object("message", message));
  }

  @Override
  public String errorMessage(int status, String model) {
    return switch (status) {
      case 400 -> "The provided model identifier is invalid.";
      case 429 -> "Too many requests, please wait before trying again.";
      case 503 -> "Bedrock is unable to process your request.";
      default -> "The system encountered an unexpected error during processing.";
    };
  }

  private static String stopReason(LlmReply reply) {
    return switch (reply.effectiveFinishReason()) {
      case "stop" -> "end_turn";
      case "tool_calls" -> "tool_use";
      case "length" -> "max_tokens";
      case "content_filter" -> "content_filtered";
      default -> reply.effectiveFinishReason();
    };
  }

  private static Map<String, @Nullable Object> counted(LlmReply reply) {
    Map<String, @Nullable Object> counted = Json.object();
    TokenUsage usage = reply.usage();
    if (usage != null) {
      int input = usage.inputTokens() - usage.cachedTokens() - usage.cacheWriteTokens();
      counted.put(
          "usage",
          Json.object(
              "inputTokens",
              input,
              "outputTokens",
              usage.outputTokens(),
              "totalTokens",
              usage.inputTokens() + usage.outputTokens(),
              "cacheReadInputTokens",
              usage.cachedTokens(),
              "cacheWriteInputTokens",
              usage.cacheWriteTokens()));
    }
    counted.put("metrics", Json.object("latencyMs", 551));
    return counted;
  }

  private static String delta(int index, Object delta) {
    return event("contentBlockDelta", "contentBlockIndex", index, "delta", delta);
  }

  private static String event(String type, @Nullable Object... namesAndValues) {
    return AmazonEvents.event(type, Json.write(Json.object(namesAndValues)));
  }
}
