package ai.automagik.tracing.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Gemini's generateContent sends. Each chunk of a stream is a whole response with a piece of
 * the text; thoughts are not among the tokens of the candidates. Stateless.
 */
final class GeminiWire implements Dialect.Wire {
  @Override
  public String body(Dialect.Head head, LlmReply reply) {
    List<Object> parts = new ArrayList<>();
    if (reply.thinking() != null) {
      parts.add(thought(reply.thinking()));
    }
    if (reply.text() != null) {
      parts.add(Json.object("text", reply.text()));
    }
    reply.toolCalls().forEach(call -> parts.add(functionCall(call)));
    return response(head, reply, parts, finishReason(reply));
  }

  @Override
  public String streamContentType() {
    return "text/event-stream";
  }

  @Override
  public List<String> chunks(Dialect.Head head, LlmRequest request, LlmReply reply) {
    List<Object> parts = new ArrayList<>();
    if (reply.thinking() != null) {
      Pieces.of(reply.thinking()).forEach(piece -> parts.add(thought(piece)));
    }
    if (reply.text() != null) {
      Pieces.of(reply.text()).forEach(piece -> parts.add(Json.object("text", piece)));
    }
    reply.toolCalls().forEach(call -> parts.add(functionCall(call)));
    if (parts.isEmpty()) {
      parts.add(Json.object("text", ""));
    }
    List<String> chunks = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String finishReason = i == parts.size() - 1 ? finishReason(reply) : null;
      chunks.add(event(response(head, reply, List.of(parts.get(i)), finishReason)));
    }
    if (reply.fault() == LlmReply.Plain.MALFORMED_JSON) {
      chunks.add(chunks.get(0)); // so that there is a second one to be malformed
    }
    return chunks;
  }

  @Override
  public String malformedChunk() {
    return event("{\"candidates\": [{\"content\":");
  }

  @Override
  public String error(int status, String message) {
    String name =
        switch (status) {
          case 400, 405 -> "INVALID_ARGUMENT";
          case 401 -> "UNAUTHENTICATED";
          case 403 -> "PERMISSION_DENIED";
          case 404 -> "NOT_FOUND";
          case 429 -> "RESOURCE_EXHAUSTED";
          case 503 -> "UNAVAILABLE";
          default -> "INTERNAL";
        };
    return Json.write(
        Json.object("error", Json.object("code", status, "message", message, "status", name)));
  }

  @Override
  public String errorMessage(int status, String model) {
    return switch (status) {
      case 401 -> "Request had invalid authentication credentials.";
      case 429 -> "You exceeded your current quota, please check your plan and billing details.";
      case 503 -> "The model is overloaded. Please try again later.";
      default -> "An internal error has occurred. Please retry.";
    };
  }

  private static Object thought(String text) {
    return Json.object("text", text, "thought", true);
  }

  private static Object functionCall(ToolCall call) {
    return Json.object(
        "functionCall",
        Json.object("id", call.id(), "name", call.name(), "args", Json.parse(call.arguments())));
  }

  private static String finishReason(LlmReply reply) {
    return switch (reply.effectiveFinishReason()) {
      case "stop", "tool_calls" -> "STOP";
      case "length" -> "MAX_TOKENS";
      case "content_filter" -> "SAFETY";
      default -> reply.effectiveFinishReason();
    };
  }

  private static String response(
      Dialect.Head head, LlmReply reply, List<?> parts, @Nullable String finishReason) {
    Map<String, @Nullable Object> response = Json.object();
    if (reply.fault() != LlmReply.Plain.EMPTY_CHOICES) {
      Map<String, @Nullable Object> candidate =
          Json.object("content", Json.object("parts", parts, "role", "model"));
      if (finishReason != null) {
        candidate.put("finishReason", finishReason);
      }
      candidate.put("index", 0);
      response.put("candidates", List.of(candidate));
    }
    TokenUsage usage = reply.usage();
    if (usage != null) {
      response.put("usageMetadata", usage(usage));
    }
    response.put("modelVersion", head.model());
    response.put("responseId", String.format(Locale.ROOT, "fake%06d", head.number()));
    return Json.write(response);
  }

  /** What is nothing is left out. */
  private static Object usage(TokenUsage usage) {
    Map<String, @Nullable Object> metadata =
        Json.object(
            "promptTokenCount",
            usage.inputTokens(),
            "candidatesTokenCount",
            usage.outputTokens() - usage.reasoningTokens(),
            "totalTokenCount",
            usage.inputTokens() + usage.outputTokens(),
            "promptTokensDetails",
            List.of(Json.object("modality", "TEXT", "tokenCount", usage.inputTokens())));
    if (usage.cachedTokens() > 0) {
      metadata.put("cachedContentTokenCount", usage.cachedTokens());
    }
    if (usage.reasoningTokens() > 0) {
      metadata.put("thoughtsTokenCount", usage.reasoningTokens());
    }
    return metadata;
  }

  private static String event(String data) {
    return "data: " + data + "\r\n\r\n";
  }
}
