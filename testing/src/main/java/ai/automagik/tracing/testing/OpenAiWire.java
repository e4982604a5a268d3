package ai.automagik.tracing.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What OpenAI's chat completions endpoint sends. Thoughts are told the way of the compatible
 * servers that tell them. Stateless.
 */
final class OpenAiWire implements Dialect.Wire {

  private static final String FINGERPRINT = "fp_8bda4d3a2c";

  private final boolean wholeToolCalls;

  /**
   * @param wholeToolCalls whether a tool call is one chunk of a stream
   */
  OpenAiWire(boolean wholeToolCalls) {
    this.wholeToolCalls = wholeToolCalls;
  }

  @Override
  public String body(Dialect.Head head, LlmReply reply) {
    List<Object> choices = new ArrayList<>();
    if (reply.fault() != LlmReply.Plain.EMPTY_CHOICES) {
      Map<String, @Nullable Object> message =
          Json.object("role", "assistant", "content", reply.text());
      if (!reply.toolCalls().isEmpty()) {
        message.put("tool_calls", reply.toolCalls().stream().map(OpenAiWire::toolCall).toList());
      }
      if (reply.thinking() != null) {
        message.put("reasoning_content", reply.thinking());
      }
      message.put("refusal", null);
      message.put("annotations", List.of());
      choices.add(
          Json.object(
              "index",
              0,
              "message",
              message,
              "logprobs",
              null,
              "finish_reason",
              reply.effectiveFinishReason()));
    }
    Map<String, @Nullable Object> body = body(head, "chat.completion", choices);
    TokenUsage usage = reply.usage();
    if (usage != null) {
      body.put("usage", usage(usage));
    }
    return Json.write(body);
  }

  @Override
  public String streamContentType() {
    return "text/event-stream; charset=utf-8";
  }

  @Override
  public List<String> chunks(Dialect.Head head, LlmRequest request, LlmReply reply) {
    List<String> events = completionChunks(head, reply, request.includeUsage());
    events.add("[DONE]");
    return events.stream().map(OpenAiWire::event).toList();
  }

  @Override
  public String malformedChunk() {
    return event("{\"id\":\"chatcmpl-");
  }

  private static String event(String data) {
    return "data: " + data + "\n\n";
  }

  private List<String> completionChunks(Dialect.Head head, LlmReply reply, boolean includeUsage) {
    List<String> chunks = new ArrayList<>();
    if (reply.fault() == LlmReply.Plain.EMPTY_CHOICES) {
      chunks.add(Json.write(body(head, "chat.completion.chunk", List.of())));
    } else {
      chunks.add(
          chunk(
              head,
              Json.object("role", "assistant", "content", reply.text() == null ? null : ""),
              null,
              includeUsage));
      for (Map<String, @Nullable Object> delta : deltas(reply)) {
        chunks.add(chunk(head, delta, null, includeUsage));
      }
      chunks.add(chunk(head, Json.object(), reply.effectiveFinishReason(), includeUsage));
    }
    TokenUsage usage = reply.usage();
    if (includeUsage && usage != null) {
      Map<String, @Nullable Object> last = body(head, "chat.completion.chunk", List.of());
      last.put("usage", usage(usage));
      chunks.add(Json.write(last));
    }
    return chunks;
  }

  @Override
  public String error(int status, String message) {
    String type =
        switch (status) {
          case 429 -> "requests";
          case 400, 401, 404, 405 -> "invalid_request_error";
          default -> "server_error";
        };
    String code =
        switch (status) {
          case 401 -> "invalid_api_key";
          case 429 -> "rate_limit_exceeded";
          default -> null;
        };
    return Json.write(
        Json.object(
            "error", Json.object("message", message, "type", type, "param", null, "code", code)));
  }

  @Override
  public String errorMessage(int status, String model) {
    return switch (status) {
      case 401 -> "Incorrect API key provided.";
      case 429 ->
          "Rate limit reached for " + model + " on requests per min (RPM): Limit 3, Used 3.";
      case 503 -> "The engine is currently overloaded, please try again later.";
      default -> "The server had an error while processing your request. Sorry about that!";
    };
  }

  private List<Map<String, @Nullable Object>> deltas(LlmReply reply) {
    List<Map<String, @Nullable Object>> deltas = new ArrayList<>();
    String thinking = reply.thinking();
    if (thinking != null) {
      Pieces.of(thinking).forEach(piece -> deltas.add(Json.object("reasoning_content", piece)));
    }
    String text = reply.text();
    if (text != null) {
      Pieces.of(text).forEach(piece -> deltas.add(Json.object("content", piece)));
    }
    for (int index = 0; index < reply.toolCalls().size(); index++) {
      ToolCall call = reply.toolCalls().get(index);
      Map<String, @Nullable Object> first =
          toolCall(wholeToolCalls ? call : new ToolCall(call.id(), call.name(), ""));
      Map<String, @Nullable Object> numbered = Json.object("index", index);
      numbered.putAll(first);
      deltas.add(Json.object("tool_calls", List.of(numbered)));
      for (String piece : Pieces.of(wholeToolCalls ? "" : call.arguments())) {
        deltas.add(
            Json.object(
                "tool_calls",
                List.of(Json.object("index", index, "function", Json.object("arguments", piece)))));
      }
    }
    return deltas;
  }

  private static String chunk(
      Dialect.Head head,
      Map<String, @Nullable Object> delta,
      @Nullable String finishReason,
      boolean includeUsage) {
    Map<String, @Nullable Object> body =
        body(
            head,
            "chat.completion.chunk",
            List.of(
                Json.object(
                    "index", 0, "delta", delta, "logprobs", null, "finish_reason", finishReason)));
    if (includeUsage) {
      body.put("usage", null);
    }
    return Json.write(body);
  }

  private static Map<String, @Nullable Object> body(
      Dialect.Head head, String type, List<?> choices) {
    return Json.object(
        "id",
        String.format(Locale.ROOT, "chatcmpl-fake%06d", head.number()),
        "object",
        type,
        "created",
        head.createdEpochMillis() / 1000,
        "model",
        head.model(),
        "service_tier",
        "default",
        "system_fingerprint",
        FINGERPRINT,
        "choices",
        choices);
  }

  private static Map<String, @Nullable Object> toolCall(ToolCall call) {
    return Json.object(
        "id", call.id(),
        "type", "function",
        "function", Json.object("name", call.name(), "arguments", call.arguments()));
  }

  private static Map<String, @Nullable Object> usage(TokenUsage usage) {
    return Json.object(
        "prompt_tokens", usage.inputTokens(),
        "completion_tokens", usage.outputTokens(),
        "total_tokens", usage.inputTokens() + usage.outputTokens(),
        "prompt_tokens_details",
            Json.object("cached_tokens", usage.cachedTokens(), "audio_tokens", 0),
        "completion_tokens_details",
            Json.object(
                "reasoning_tokens", usage.reasoningTokens(),
                "audio_tokens", 0,
                "accepted_prediction_tokens", 0,
                "rejected_prediction_tokens", 0));
  }
}
