package ai.automagik.tracing.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault in every dialect, over real connections. */
class DialectFaultsTest {

  /** How a client of each dialect asks. */
  enum Client {
    OPENAI("/v1/chat/completions", "/v1/chat/completions", "\"stream\":true", "data: "),
    ANTHROPIC("/v1/messages", "/v1/messages", "\"stream\":true", "data: "),
    GEMINI("/v1beta/models/m:generateContent", "/v1beta/models/m:streamGenerateContent?alt=sse"),
    OLLAMA("/api/chat", "/api/chat", "\"stream\":true", "");

    private final String path;
    private final String streamPath;
    private final String streamMember;
    private final String lineStart;

    Client(String path, String streamPath) {
      this(path, streamPath, "\"contents\":[]", "data: ");
    }

    Client(String path, String streamPath, String streamMember, String lineStart) {
      this.path = path;
      this.streamPath = streamPath;
      this.streamMember = streamMember;
      this.lineStart = lineStart;
    }

    String path(boolean stream) {
      return stream ? streamPath : path;
    }

    String body(boolean stream) {
      return stream
          ? "{\"model\":\"m\"," + streamMember + "}"
          : "{\"model\":\"m\",\"stream\":false}";
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @ParameterizedTest
  @EnumSource
  void answersWithErrorsOfItsOwn(Client client) throws Exception {
    try (FakeLlmServer server =
        FakeLlmServer.builder()
            .reply(LlmReply.error(429, 3))
            .reply(LlmReply.error(500))
            .reply(LlmReply.error(401))
            .start()) {
      HttpResponse<String> limited = post(server, client, true);
      HttpResponse<String> failed = post(server, client, false);
      HttpResponse<String> refused = post(server, client, true);

      assertThat(limited.statusCode()).isEqualTo(429);
      assertThat(limited.headers().firstValue("Retry-After")).contains("3");
      assertThat(Json.map(Json.parse(limited.body())).get("error")).isNotNull();
      assertThat(failed.statusCode()).isEqualTo(500);
      assertThat(failed.headers().firstValue("Retry-After")).isEmpty();
      assertThat(Json.map(Json.parse(failed.body())).get("error")).isNotNull();
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(Json.map(Json.parse(refused.body())).get("error")).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersSlowly(Client client) throws Exception {
    LlmReply slow = LlmReply.text("late").withFirstByteDelayMillis(5).withChunkDelayMillis(1);
    try (FakeLlmServer server = FakeLlmServer.builder().otherwise(slow).start()) {
      assertThat(post(server, client, false).body()).contains("\"late\"");
      assertThat(post(server, client, true).body()).contains("\"late\"");
    }
  }

  @ParameterizedTest
  @EnumSource
  void cutsStreamsAndBodies(Client client) throws Exception {
    LlmReply cut = LlmReply.text("One two three four").cutAfterChunks(3);
    try (FakeLlmServer server = FakeLlmServer.builder().otherwise(cut).start()) {
      String bytes = rawPost(server, client);
      assertThat(bytes).startsWith("HTTP/1.1 200 OK").doesNotEndWith("0\r\n\r\n");
      assertThat(bytes.lines().filter(line -> line.startsWith(client.lineStart + "{"))).hasSize(3);

      assertThatThrownBy(() -> post(server, client, true)).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> post(server, client, false)).isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sendsMalformedJson(Client client) throws Exception {
    try (FakeLlmServer server =
        FakeLlmServer.builder().otherwise(LlmReply.malformedJson()).start()) {
      HttpResponse<String> whole = post(server, client, false);
      assertThat(whole.statusCode()).isEqualTo(200);
      assertThatThrownBy(() -> Json.parse(whole.body())).isInstanceOf(RuntimeException.class);

      String malformed =
          post(server, client, true)
              .body()
              .lines()
              .filter(line -> line.startsWith(client.lineStart + "{"))
              .skip(1)
              .findFirst()
              .orElseThrow()
              .substring(client.lineStart.length());
      assertThatThrownBy(() -> Json.parse(malformed)).isInstanceOf(RuntimeException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void saysNothing(Client client) throws Exception {
    try (FakeLlmServer server =
        FakeLlmServer.builder().otherwise(LlmReply.emptyChoices()).start()) {
      HttpResponse<String> empty = post(server, client, false);
      assertThat(Json.map(Json.parse(empty.body()))).isNotEmpty();
      assertThat(empty.body()).doesNotContain("\"text\"");
      assertThat(post(server, client, true).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource
  void closesTheConnection(Client client) {
    try (FakeLlmServer server =
        FakeLlmServer.builder().otherwise(LlmReply.connectionClosed()).start()) {
      assertThatThrownBy(() -> post(server, client, false)).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> post(server, client, true)).isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void hangsUntilItIsClosed(Client client) throws Exception {
    CompletableFuture<HttpResponse<String>> response;
    try (FakeLlmServer server = FakeLlmServer.builder().otherwise(LlmReply.hang()).start()) {
      response = http.sendAsync(request(server, client, true), BodyHandlers.ofString());
      server.awaitRequests(1, 10_000);
      assertThat(response).isNotDone();
    }
    assertThatThrownBy(() -> response.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatIsWrongWithARequest(Client client) throws Exception {
    try (FakeLlmServer server = FakeLlmServer.builder().start()) {
      assertThat(post(server, client, false).body()).contains("No reply is scripted");
      HttpRequest get = HttpRequest.newBuilder(uri(server, client, true)).build();
      assertThat(http.send(get, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }
  }

  private HttpResponse<String> post(FakeLlmServer server, Client client, boolean stream)
      throws IOException, InterruptedException {
    return http.send(request(server, client, stream), BodyHandlers.ofString());
  }

  private static HttpRequest request(FakeLlmServer server, Client client, boolean stream) {
    return HttpRequest.newBuilder(uri(server, client, stream))
        .POST(HttpRequest.BodyPublishers.ofString(client.body(stream)))
        .build();
  }

  private static URI uri(FakeLlmServer server, Client client, boolean stream) {
    return URI.create(server.rootUrl() + client.path(stream));
  }

  /** Returns all bytes of a connection: an HTTP client may drop what came before a cut. */
  private static String rawPost(FakeLlmServer server, Client client) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String body = client.body(true);
      String head =
          "POST "
              + client.path(true)
              + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n";
      socket.getOutputStream().write((head + body).getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
