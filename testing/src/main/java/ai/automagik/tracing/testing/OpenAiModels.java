package ai.automagik.tracing.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's endpoints for models other than chat models: embeddings, completions, moderations,
 * images, audio; and Ollama's for completions and embeddings. They need no script: the same request
 * gets the same answer, always. Stateless.
 */
final class OpenAiModels {
  private static final long CREATED = 1_800_000_000;

  /** A picture of one pixel. */
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private OpenAiModels() {}

  /** Answers a request to one of the endpoints; returns false when it is to none of them. */
  static boolean answer(HttpExchange exchange, LlmRequest request) throws IOException {
    switch (request.path()) {
      case "/v1/embeddings" -> send(exchange, embeddings(request));
      case "/api/embed" -> send(exchange, ollamaEmbeddings(request));
      case "/api/generate" -> send(exchange, "application/x-ndjson", ollamaCompletion(request));
      case "/v1/moderations" -> send(exchange, moderation(request));
      case "/v1/images/generations" -> send(exchange, images(request));
      case "/v1/images/edits" -> send(exchange, image("b64_json", PNG, null));
      case "/v1/audio/transcriptions" ->
          send(exchange, Json.object("text", "Good morning, Lisbon."));
      case "/v1/audio/speech" -> send(exchange, "audio/mpeg", new byte[2_048]);
      case "/v1/completions" -> {
        if (request.stream()) {
          stream(exchange, request);
        } else {
          send(exchange, completion(request, " and tarts.", "stop"));
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Two lines, or one where it is not to be streamed. */
  private static byte[] ollamaCompletion(LlmRequest request) {
    boolean streamed = !Boolean.FALSE.equals(request.json().get("stream"));
    Map<String, @Nullable Object> last =
        Json.object(
            "model",
            request.json().get("model"),
            "response",
            streamed ? " a time." : " upon a time.",
            "done",
            true,
            "done_reason",
            "stop",
            "prompt_eval_count",
            3,
            "eval_count",
            4);
    String first =
        Json.write(
            Json.object("model", request.json().get("model"), "response", " upon", "done", false));
    String body = Json.write(last) + "\n";
    return (streamed ? first + "\n" + body : body).getBytes(UTF_8);
  }

  private static Map<String, @Nullable Object> ollamaEmbeddings(LlmRequest request) {
    List<Object> embeddings = new ArrayList<>();
    for (String text : texts(request.json().get("input"))) {
      embeddings.add(List.of((double) text.length(), 1.0, 2.0, 3.0));
    }
    return Json.object(
        "model",
        request.json().get("model"),
        "embeddings",
        embeddings,
        "total_duration",
        14_143_917L,
        "prompt_eval_count",
        2 * embeddings.size());
  }

  private static Map<String, @Nullable Object> embeddings(LlmRequest request) {
    List<Object> data = new ArrayList<>();
    for (String text : texts(request.json().get("input"))) {
      data.add(
          Json.object(
              "object",
              "embedding",
              "index",
              data.size(),
              "embedding",
              List.of((double) text.length(), 1.0, 2.0, 3.0)));
    }
    long tokens = 4L * data.size();
    return Json.object(
        "object",
        "list",
        "data",
        data,
        "model",
        request.model(),
        "usage",
        Json.object("prompt_tokens", tokens, "total_tokens", tokens));
  }

  /** Whoever wants to steal is flagged. */
  private static Map<String, @Nullable Object> moderation(LlmRequest request) {
    List<Object> results = new ArrayList<>();
    for (String text : texts(request.json().get("input"))) {
      boolean flagged = text.contains("steal");
      results.add(
          Json.object(
              "flagged",
              flagged,
              "categories",
              categories(flagged, false),
              "category_scores",
              categories(flagged ? 0.97 : 0.01, 0.02)));
    }
    return Json.object("id", "modr-1", "model", request.model(), "results", results);
  }

  /** All that OpenAI's clients ask for. */
  private static Map<String, @Nullable Object> categories(Object illicit, Object others) {
    Map<String, @Nullable Object> categories = Json.object("illicit", illicit);
    for (String name :
        List.of(
            "harassment",
            "harassment/threatening",
            "hate",
            "hate/threatening",
            "illicit/violent",
            "self-harm",
            "self-harm/instructions",
            "self-harm/intent",
            "sexual",
            "sexual/minors",
            "violence",
            "violence/graphic")) {
      categories.put(name, others);
    }
    return categories;
  }

  private static Map<String, @Nullable Object> images(LlmRequest request) {
    boolean byAddress = request.model().startsWith("dall-e");
    Map<String, @Nullable Object> body =
        byAddress
            ? image("url", "https://images.example/tram.png", "A yellow tram in Lisbon")
            : image("b64_json", PNG, null);
    if (request.json().get("n") instanceof Long count && count > 1) {
      List<Object> data = new ArrayList<>((List<?>) body.get("data"));
      while (data.size() < count) {
        data.add(data.get(0));
      }
      body.put("data", data);
    }
    return body;
  }

  private static Map<String, @Nullable Object> image(
      String field, String value, @Nullable String revisedPrompt) {
    Map<String, @Nullable Object> image = Json.object(field, value);
    if (revisedPrompt != null) {
      image.put("revised_prompt", revisedPrompt);
    }
    return Json.object("created", CREATED, "data", List.of(image));
  }

  private static Map<String, @Nullable Object> completion(
      LlmRequest request, String text, @Nullable String finishReason) {
    Map<String, @Nullable Object> body =
        Json.object(
            "id",
            "cmpl-1",
            "object",
            "text_completion",
            "created",
            CREATED,
            "model",
            request.model(),
            "choices",
            List.of(
                Json.object(
                    "text", text, "index", 0, "logprobs", null, "finish_reason", finishReason)));
    if (finishReason != null) {
      body.put("usage", Json.object("prompt_tokens", 5, "completion_tokens", 3, "total_tokens", 8));
    }
    return body;
  }

  private static void stream(HttpExchange exchange, LlmRequest request) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    for (String piece : List.of(" and", " tarts")) {
      event(out, Json.write(completion(request, piece, null)));
    }
    event(out, Json.write(completion(request, ".", "stop")));
    event(out, "[DONE]");
    exchange.close();
  }

  private static void event(OutputStream out, String data) throws IOException {
    out.write(("data: " + data + "\n\n").getBytes(UTF_8));
    out.flush();
  }

  private static void send(HttpExchange exchange, Map<String, @Nullable Object> body)
      throws IOException {
    send(exchange, "application/json", Json.write(body).getBytes(UTF_8));
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static List<String> texts(@Nullable Object input) {
    if (input instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    return input == null ? List.of() : List.of(input.toString());
  }
}
