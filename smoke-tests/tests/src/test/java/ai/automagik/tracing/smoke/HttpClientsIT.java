package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.testing.FakeLlmServer;
import ai.automagik.tracing.testing.LlmReply;
import ai.automagik.tracing.testing.LlmRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Programs that ask a model with an HTTP client and no library: answers, streams, faults. */
final class HttpClientsIT {
  private static final FakeLlmServer SERVER = script().start();

  @OnPlatforms
  void urlConnection(Platform platform) throws IOException {
    Golden.assertSame(sample("UrlConnectionApp"), platform);
  }

  @OnPlatforms
  void apache4(Platform platform) throws IOException {
    Golden.assertSame(sample("Apache4App"), platform);
  }

  @OnPlatforms
  void apache5(Platform platform) throws IOException {
    Golden.assertSame(sample("Apache5App"), platform);
  }

  @OnPlatforms
  void apache5Async(Platform platform) throws IOException {
    try (FakeLlmServer own = script().start()) { // others' requests would break its streams off
      Golden.assertSame(sample("Apache5AsyncApp", own), platform);
    }
  }

  private static Sample sample(String simpleName) {
    return sample(simpleName, SERVER);
  }

  private static Sample sample(String simpleName, FakeLlmServer server) {
    return new Sample(
        "http-clients", "com.example.clients." + simpleName, () -> List.of(server.baseUrl()));
  }

  /** The server is busy once for each value of the header {@code Run}. */
  private static FakeLlmServer.Builder script() {
    Set<@Nullable String> refused = ConcurrentHashMap.newKeySet();
    return FakeLlmServer.builder()
        .compressing()
        .header("x-request-id", "req_1")
        .when(says("status 401"), LlmReply.error(401))
        .when(says("status 429"), LlmReply.error(429, 1))
        .when(says("status 500"), LlmReply.error(500))
        .when(
            request -> says("busy").test(request) && refused.add(request.header("Run")),
            LlmReply.error(503))
        .when(says("stalled"), LlmReply.text("One two three four five.").stalledAfterChunks(4))
        .when(says("hang"), LlmReply.hang())
        .when(says("gzip"), LlmReply.text("This was zipped."))
        .otherwise(LlmReply.text("Streams arrive piece by piece.").withChunkDelayMillis(2));
  }

  private static Predicate<LlmRequest> says(String words) {
    return request -> request.lastUserText().contains(words);
  }
}
