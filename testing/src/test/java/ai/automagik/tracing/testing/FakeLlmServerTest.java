package ai.automagik.tracing.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeLlmServerTest {

  private static final String QUESTION =
      "{\"model\":\"gpt-4o-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
  private static final String STREAMED_QUESTION =
      "{\"model\":\"gpt-4o-mini\",\"stream\":true,\"stream_options\":{\"include_usage\":true},"
          + "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void answersWithACompletion() throws Exception {
    LlmReply reply =
        LlmReply.text("Hello \"you\"")
            .withUsage(new TokenUsage(100, 20, 64, 8))
            .withModel("gpt-4o-mini-2024-07-18");
    try (FakeLlmServer server = FakeLlmServer.builder().reply(reply).start()) {
      HttpResponse<String> response = post(server, QUESTION);

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
      Object json = Json.parse(response.body());
      assertThat(at(json, "id")).asString().startsWith("chatcmpl-");
      assertThat(at(json, "object")).isEqualTo("chat.completion");
      assertThat(at(json, "created")).isInstanceOf(Long.class);
      assertThat(at(json, "model")).isEqualTo("gpt-4o-mini-2024-07-18");
      assertThat(at(json, "system_fingerprint")).asString().startsWith("fp_");
      assertThat(at(json, "choices", 0, "message", "role")).isEqualTo("assistant");
      assertThat(at(json, "choices", 0, "message", "content")).isEqualTo("Hello \"you\"");
      assertThat(at(json, "choices", 0, "finish_reason")).isEqualTo("stop");
      assertThat(at(json, "usage", "prompt_tokens")).isEqualTo(100L);
      assertThat(at(json, "usage", "completion_tokens")).isEqualTo(20L);
      assertThat(at(json, "usage", "total_tokens")).isEqualTo(120L);
      assertThat(at(json, "usage", "prompt_tokens_details", "cached_tokens")).isEqualTo(64L);
      assertThat(at(json, "usage", "completion_tokens_details", "reasoning_tokens")).isEqualTo(8L);
    }
  }

  @Test
  void answersWithToolCalls() throws Exception {
    LlmReply reply = LlmReply.toolCalls(new ToolCall("call_1", "add", "{\"a\":1}"));
    try (FakeLlmServer server = FakeLlmServer.builder().reply(reply).start()) {
      Object json = Json.parse(post(server, QUESTION).body());

      Object call = at(json, "choices", 0, "message", "tool_calls", 0);
      assertThat(at(call, "id")).isEqualTo("call_1");
      assertThat(at(call, "type")).isEqualTo("function");
      assertThat(at(call, "function", "name")).isEqualTo("add");
      assertThat(at(call, "function", "arguments")).isEqualTo("{\"a\":1}");
      assertThat(at(json, "choices", 0, "message", "content")).isNull();
      assertThat(at(json, "choices", 0, "finish_reason")).isEqualTo("tool_calls");
      assertThat(at(json, "model")).isEqualTo("gpt-4o-mini");
    }
  }

  @Test
  void streamsText() throws Exception {
    String text = "One two three, and averyveryverylongword.";
    LlmReply reply = LlmReply.text(text).withUsage(TokenUsage.of(5, 9)).withChunkDelayMillis(1);
    try (FakeLlmServer server = FakeLlmServer.builder().reply(reply).start()) {
      HttpResponse<String> response = post(server, STREAMED_QUESTION);

      assertThat(response.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      List<String> events = events(response.body());
      assertThat(events.get(events.size() - 1)).isEqualTo("[DONE]");
      List<Object> chunks =
          events.subList(0, events.size() - 1).stream()
              .map(Json::parse)
              .collect(Collectors.toCollection(ArrayList::new));
      assertThat(chunks)
          .allSatisfy(chunk -> assertThat(at(chunk, "object")).isEqualTo("chat.completion.chunk"));
      assertThat(chunks).extracting(chunk -> at(chunk, "id")).containsOnly(at(chunks.get(0), "id"));
      assertThat(at(chunks.get(0), "choices", 0, "delta", "role")).isEqualTo("assistant");
      List<Object> contents = chunks.subList(1, chunks.size() - 2);
      assertThat(contents).hasSizeGreaterThan(4);
      assertThat(
              contents.stream()
                  .map(chunk -> (String) at(chunk, "choices", 0, "delta", "content"))
                  .collect(Collectors.joining()))
          .isEqualTo(text);
      Object finish = chunks.get(chunks.size() - 2);
      assertThat(at(finish, "choices", 0, "finish_reason")).isEqualTo("stop");
      Object usage = chunks.get(chunks.size() - 1);
      assertThat((List<?>) at(usage, "choices")).isEmpty();
      assertThat(at(usage, "usage", "completion_tokens")).isEqualTo(9L);
    }
  }

  @Test
  void streamsToolCallsAndNoUsageUnlessAskedTo() throws Exception {
    LlmReply reply =
        LlmReply.toolCalls(
            new ToolCall("call_1", "add", "{\"first\":1,\"second\":2}"),
            new ToolCall("call_2", "now", "{}"));
    try (FakeLlmServer server = FakeLlmServer.builder().reply(reply).start()) {
      List<String> events =
          events(post(server, QUESTION.replace("{\"model\"", "{\"stream\":true,\"model\"")).body());

      assertThat(String.join("", events)).doesNotContain("usage");
      StringBuilder firstArguments = new StringBuilder();
      List<Object> names = new ArrayList<>();
      for (String event : events.subList(1, events.size() - 2)) {
        Object delta = at(Json.parse(event), "choices", 0, "delta", "tool_calls", 0);
        if (at(delta, "id") != null) {
          names.add(at(delta, "function", "name"));
        }
        if (at(delta, "index").equals(0L)) {
          firstArguments.append(at(delta, "function", "arguments"));
        }
      }
      assertThat(names).containsExactly("add", "now");
      assertThat(firstArguments).hasToString("{\"first\":1,\"second\":2}");
      assertThat(at(Json.parse(events.get(events.size() - 2)), "choices", 0, "finish_reason"))
          .isEqualTo("tool_calls");
    }
  }

  @Test
  void triesRulesThenTheQueueThenTheFallback() throws Exception {
    try (FakeLlmServer server =
        FakeLlmServer.builder()
            .when(
                request -> request.lastUserText().contains("rule"),
                LlmReply.text("rule 1"),
                LlmReply.text("rule 2"))
            .reply(LlmReply.text("queue 1"))
            .otherwise(LlmReply.text("fallback"))
            .start()) {
      server.enqueue(LlmReply.text("queue 2"));
      List<String> texts = new ArrayList<>();
      for (String word : List.of("rule", "a", "rule", "b", "rule", "c", "d")) {
        texts.add(content(post(server, QUESTION.replace("Hi", word))));
      }
      assertThat(texts)
          .containsExactly(
              "rule 1", "queue 1", "rule 2", "queue 2", "rule 2", "fallback", "fallback");
    }
  }

  @Test
  void recordsRequests() throws Exception {
    String body =
        """
        {"model":"m","tools":[{"type":"function","function":{"name":"add","parameters":{}}}],
         "messages":[
          {"role":"system","content":"Be short."},
          {"role":"user","content":[{"type":"text","text":"1 + "},{"type":"text","text":"1?"}]},
          {"role":"assistant","content":null,"tool_calls":[
            {"id":"c","type":"function","function":{"name":"add","arguments":"{}"}}]},
          {"role":"tool","tool_call_id":"c","content":"2"}]}""";
    try (FakeLlmServer server = FakeLlmServer.builder().otherwise(LlmReply.text("2")).start()) {
      post(server, body);
      server.awaitRequests(1, 10_000);

      LlmRequest request = server.requests().get(0);
      assertThat(server.requestCount()).isEqualTo(1);
      assertThat(request.method()).isEqualTo("POST");
      assertThat(request.path()).isEqualTo("/v1/chat/completions");
      assertThat(request.header("authorization")).isEqualTo("Bearer sk-test");
      assertThat(request.body()).isEqualTo(body);
      assertThat(request.model()).isEqualTo("m");
      assertThat(request.stream()).isFalse();
      assertThat(request.systemText()).isEqualTo("Be short.");
      assertThat(request.lastUserText()).isEqualTo("1 + 1?");
      assertThat(request.toolNames()).containsExactly("add");
      assertThat(request.toolResults()).containsExactly("2");
      assertThat(request.endsWithToolResult()).isTrue();
      assertThat(request.messages().get(2).toolCalls())
          .containsExactly(new ToolCall("c", "add", "{}"));
      assertThat(request.messages().get(3).toolCallId()).isEqualTo("c");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 429, 500})
  void answersWithAnHttpError(int status) throws Exception {
    try (FakeLlmServer server = FakeLlmServer.builder().reply(LlmReply.error(status)).start()) {
      HttpResponse<String> response = post(server, STREAMED_QUESTION);

      assertThat(response.statusCode()).isEqualTo(status);
      assertThat(response.headers().firstValue("Retry-After")).isEmpty();
      assertThat(at(Json.parse(response.body()), "error", "message")).asString().isNotEmpty();
    }
  }

  @Test
  void sendsRetryAfter() throws Exception {
    try (FakeLlmServer server = FakeLlmServer.builder().reply(LlmReply.error(429, 3)).start()) {
      HttpResponse<String> response = post(server, QUESTION);

      assertThat(response.headers().firstValue("Retry-After")).contains("3");
      assertThat(at(Json.parse(response.body()), "error", "code")).isEqualTo("rate_limit_exceeded");
    }
  }

  @Test
  void sendsMalformedJson() throws Exception {
    try (FakeLlmServer server =
        FakeLlmServer.builder().otherwise(LlmReply.malformedJson()).start()) {
      HttpResponse<String> response = post(server, QUESTION);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThatThrownBy(() -> Json.parse(response.body())).isInstanceOf(RuntimeException.class);

      List<String> events = events(post(server, STREAMED_QUESTION).body());
      assertThatThrownBy(() -> Json.parse(events.get(1))).isInstanceOf(RuntimeException.class);
      assertThat(events).endsWith("[DONE]");
    }
  }

  @Test
  void sendsEmptyChoices() throws Exception {
    try (FakeLlmServer server =
        FakeLlmServer.builder().otherwise(LlmReply.emptyChoices()).start()) {
      Object json = Json.parse(post(server, QUESTION).body());
      assertThat((List<?>) at(json, "choices")).isEmpty();
      assertThat(at(json, "usage", "total_tokens")).isEqualTo(19L);

      List<String> events = events(post(server, STREAMED_QUESTION).body());
      assertThat((List<?>) at(Json.parse(events.get(0)), "choices")).isEmpty();
      assertThat(events).endsWith("[DONE]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {QUESTION, STREAMED_QUESTION})
  void closesTheConnectionWithoutAReply(String body) {
    try (FakeLlmServer server =
        FakeLlmServer.builder().otherwise(LlmReply.connectionClosed()).start()) {
      assertThatThrownBy(() -> post(server, body)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void cutsABodyInTheMiddle() {
    try (FakeLlmServer server =
        FakeLlmServer.builder().otherwise(LlmReply.text("Hello").cutAfterChunks(1)).start()) {
      assertThatThrownBy(() -> post(server, QUESTION)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void cutsAStreamAfterSomeChunks() throws Exception {
    LlmReply reply = LlmReply.text("One two three four").cutAfterChunks(3);
    try (FakeLlmServer server = FakeLlmServer.builder().otherwise(reply).start()) {
      String bytes = rawPost(server, STREAMED_QUESTION);
      assertThat(bytes).startsWith("HTTP/1.1 200 OK");
      assertThat(bytes.lines().filter(line -> line.startsWith("data: {"))).hasSize(3);
      assertThat(bytes).doesNotContain("[DONE]").doesNotEndWith("0\r\n\r\n");

      assertThatThrownBy(() -> post(server, STREAMED_QUESTION)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void stallsAStreamUntilTheNextRequest() throws Exception {
    LlmReply reply = LlmReply.text("One two three four").stalledAfterChunks(3);
    try (FakeLlmServer server =
        FakeLlmServer.builder().reply(reply).otherwise(LlmReply.text("next")).start()) {
      HttpResponse<InputStream> stalled =
          client.send(request(server, STREAMED_QUESTION), BodyHandlers.ofInputStream());
      BufferedReader lines = new BufferedReader(new InputStreamReader(stalled.body(), UTF_8));
      for (int chunks = 0; chunks < 3; ) {
        chunks += lines.readLine().startsWith("data: {") ? 1 : 0;
      }
      assertThat(post(server, QUESTION).body()).contains("next");
      assertThatThrownBy(() -> lines.lines().forEach(line -> {}))
          .hasRootCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void hangsUntilItIsClosed() throws Exception {
    CompletableFuture<HttpResponse<String>> response;
    try (FakeLlmServer server = FakeLlmServer.builder().otherwise(LlmReply.hang()).start()) {
      response = client.sendAsync(request(server, QUESTION), BodyHandlers.ofString());
      server.awaitRequests(1, 10_000);
      assertThat(response).isNotDone();
    }
    assertThatThrownBy(() -> response.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void holdsBackTheFirstByte() throws Exception {
    LlmReply slow = LlmReply.text("late").withFirstByteDelayMillis(60_000);
    CompletableFuture<HttpResponse<String>> response;
    try (FakeLlmServer server = FakeLlmServer.builder().reply(slow).start()) {
      response = client.sendAsync(request(server, QUESTION), BodyHandlers.ofString());
      server.awaitRequests(1, 10_000);
      assertThat(response).isNotDone();
    }
    try (FakeLlmServer server =
        FakeLlmServer.builder().reply(LlmReply.text("late").withFirstByteDelayMillis(5)).start()) {
      assertThat(content(post(server, QUESTION))).isEqualTo("late");
    }
  }

  @Test
  void saysWhatIsWrongWithARequest() throws Exception {
    try (FakeLlmServer server = FakeLlmServer.builder().start()) {
      assertThat(post(server, QUESTION).body()).contains("No reply is scripted");
      assertThat(post(server, "no JSON").statusCode()).isEqualTo(400);
      URI models = URI.create(server.baseUrl() + "/models");
      assertThat(
              client
                  .send(HttpRequest.newBuilder(models).build(), BodyHandlers.ofString())
                  .statusCode())
          .isEqualTo(404);
      assertThatThrownBy(() -> server.awaitRequests(4, 1))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("3 of 4 requests");
    }
  }

  private HttpResponse<String> post(FakeLlmServer server, String body)
      throws IOException, InterruptedException {
    return client.send(request(server, body), BodyHandlers.ofString());
  }

  /** Returns all bytes of the connection: an HTTP client may drop what came before a cut. */
  private static String rawPost(FakeLlmServer server, String body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String head =
          "POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n";
      socket.getOutputStream().write((head + body).getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static HttpRequest request(FakeLlmServer server, String body) {
    return HttpRequest.newBuilder(URI.create(server.baseUrl() + "/chat/completions"))
        .header("Authorization", "Bearer sk-test")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static String content(HttpResponse<String> response) {
    return (String) at(Json.parse(response.body()), "choices", 0, "message", "content");
  }

  private static List<String> events(String body) {
    return body.lines()
        .filter(line -> !line.isEmpty())
        .map(line -> line.substring("data: ".length()))
        .toList();
  }

  private static Object at(Object json, Object... path) {
    Object value = json;
    for (Object step : path) {
      value =
          step instanceof Integer index
              ? ((List<?>) value).get(index)
              : ((Map<?, ?>) value).get(step);
    }
    return value;
  }
}
