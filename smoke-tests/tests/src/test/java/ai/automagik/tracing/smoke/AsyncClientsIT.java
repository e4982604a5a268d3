package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.testing.FakeLlmServer;
import ai.automagik.tracing.testing.LlmReply;
import ai.automagik.tracing.testing.LlmRequest;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** Programs that ask a model with a client that has threads of its own, and no library. */
final class AsyncClientsIT {

  @OnPlatforms
  void vertx(Platform platform) throws IOException {
    assertSame("VertxApp", platform);
  }

  @OnPlatforms
  void jetty(Platform platform) throws IOException {
    assertSame("JettyApp", platform);
  }

  @OnPlatforms
  void asyncHttpClient(Platform platform) throws IOException {
    assertSame("AsyncHttpClientApp", platform);
  }

  /** With a server of its own: a request of another program would break its streams off. */
  private static void assertSame(String simpleName, Platform platform) throws IOException {
    try (FakeLlmServer server = script().start()) {
      Golden.assertSame(
          new Sample(
              "async-clients", "com.example.async." + simpleName, () -> List.of(server.baseUrl())),
          platform);
    }
  }

  private static FakeLlmServer.Builder script() {
    return FakeLlmServer.builder()
        .compressing()
        .header("x-request-id", "req_1")
        .when(says("status 401"), LlmReply.error(401))
        .when(says("status 429"), LlmReply.error(429, 1))
        .when(says("status 500"), LlmReply.error(500))
        .when(says("cut"), LlmReply.text("Never to be read.").cutAfterChunks(1))
        .when(says("closed"), LlmReply.connectionClosed())
        .when(says("hang"), LlmReply.hang())
        .when(says("stalled"), LlmReply.text("One two three four five.").stalledAfterChunks(4))
        .when(says("gzip"), LlmReply.text("This was zipped."))
        .otherwise(LlmReply.text("Streams arrive piece by piece.").withChunkDelayMillis(2));
  }

  private static Predicate<LlmRequest> says(String words) {
    return request -> request.lastUserText().contains(words);
  }
}
