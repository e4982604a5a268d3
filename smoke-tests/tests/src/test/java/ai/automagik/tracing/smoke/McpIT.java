package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.smoke.Lab.Library;
import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.smoke.Lab.Servers;
import ai.automagik.tracing.store.Json;
import ai.automagik.tracing.store.Span;
import ai.automagik.tracing.testing.FakeMcpServer;
import ai.automagik.tracing.testing.JavaProgram;
import ai.automagik.tracing.testing.McpRequest;
import ai.automagik.tracing.testing.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whole traces of programs that use MCP servers, and what these servers are told. */
final class McpIT {
  /** Has no parameters in older versions, and nowhere to put a trace context. */
  private static final Set<String> BARE_ON_THE_FLOOR =
      Set.of("initialize", "ping", "prompts/list", "resources/list", "resources/templates/list");

  @OnPlatforms
  void agentWithToolsOfTwoServers(Platform platform) throws IOException {
    Recording recording = Golden.assertSame(Sample.MCP, platform);

    List<String> told = new ArrayList<>(receivedByHttp());
    told.addAll(receivedByProcess(recording));
    assertTold(recording, platform, told);
  }

  @OnPlatforms
  void everyKindOfRequest(Platform platform) throws IOException {
    Recording recording = Golden.assertSame(Sample.MCP_REQUESTS, platform);

    assertTold(recording, platform, receivedByHttp());
  }

  @OnPlatforms
  void everyKindOfFailure(Platform platform) throws IOException {
    Recording recording = Golden.assertSame(Sample.MCP_FAULTS, platform);

    List<String> told = new ArrayList<>(receivedByHttp());
    told.addAll(receivedByProcess(recording));
    assertTold(recording, platform, told);
  }

  /** Sessions, pages, tools at the same time, and what listeners see of messages. */
  @OnNewest
  void whatOnlyNewerVersionsCan(Platform platform) throws IOException {
    Recording recording = Golden.assertSame(Sample.MCP_STREAMABLE, platform);

    List<String> told = receivedByHttp();
    List<Span> requests =
        recording.spans().stream()
            .filter(span -> span.attributes().text("mcp.method.name") != null)
            .toList();
    // The second client has a trace context of its own.
    assertThat(requests)
        .filteredOn(span -> !told.contains(line(span)))
        .extracting(Span::name)
        .containsExactly("initialize", "tools/call get_forecast");
    // What had to be sent again was told again.
    assertThat(requests)
        .filteredOn(span -> Collections.frequency(told, line(span)) == 2)
        .extracting(Span::name)
        .containsExactly("tools/call after_restart");
  }

  @Test
  void serversAreToldNothingWhenTheUserForbidsIt() throws Exception {
    try (FakeMcpServer server = Scenarios.mcpServer().start()) {
      Path home = Lab.freshHome();
      JavaProgram.Result result =
          program(Sample.MCP_STREAMABLE, home, server.url())
              .jvmArguments(Lab.agent(), "-Dautomagik.mcp.propagation=false")
              .run(Lab.TIMEOUT_MILLIS);

      assertThat(result.exitCode()).as(result.stderrText()).isZero();
      assertThat(new Recording(home).spans())
          .anyMatch(span -> span.attributes().text("mcp.method.name") != null);
      assertThat(server.requests())
          .map(request -> String.valueOf(request.meta().get("traceparent")))
          .containsOnly("null", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }
  }

  /** A server that inherits the agent speaks its protocol on stdout, and nothing else. */
  @Test
  void aServerProcessMayInheritTheAgent() throws Exception {
    Path home = Lab.freshHome();
    JavaProgram.Result result =
        program(Sample.MCP, home, Servers.MCP_MODEL.baseUrl(), Servers.MCP.sseUrl())
            .environment("JAVA_TOOL_OPTIONS", Lab.agent() + " -Duser.home=" + home)
            .run(Lab.TIMEOUT_MILLIS);

    Platform platform = new Platform(Runtime.version().feature(), Library.NEWEST);
    assertThat(result.exitCode()).as(result.stderrText()).isZero();
    assertThat(result.stdout()).isEqualTo(Sample.MCP.plain(platform).stdout());
    Recording both = new Recording(home);
    assertThat(both.spool().runs()).hasSize(2);
    assertThat(both.spans()).extracting(Span::name).contains("chat", "execute_tool find_book");
  }

  private static JavaProgram.Builder program(Sample sample, Path home, String... arguments) {
    return Lab.bare()
        .home(home)
        .classPath(sample.jar())
        .classPathFolder(sample.libraries(Library.NEWEST))
        .mainClass(sample.mainClass())
        .arguments(arguments);
  }

  /** Asserts that each request carried the ids of its own span. */
  private static void assertTold(Recording recording, Platform platform, List<String> told) {
    int checked = 0;
    for (Span span : recording.spans()) {
      String method = span.attributes().text("mcp.method.name");
      if (method != null) {
        boolean bare = platform.library() == Library.FLOOR && BARE_ON_THE_FLOOR.contains(method);
        assertThat(told.contains(line(span))).as(span.name()).isEqualTo(!bare);
        checked++;
      }
    }
    assertThat(checked).isPositive();
  }

  private static String line(Span span) {
    return line(
        span.attributes().text("mcp.method.name"),
        span.attributes().text("jsonrpc.request.id"),
        "00-" + span.traceId() + "-" + span.spanId() + "-01");
  }

  private static String line(Object method, Object id, Object traceparent) {
    return method + " " + id + " " + traceparent;
  }

  private static List<String> receivedByHttp() {
    List<String> lines = new ArrayList<>();
    for (McpRequest request : Servers.MCP.requests()) {
      lines.add(line(request.method(), request.id(), request.meta().get("traceparent")));
    }
    return lines;
  }

  private static List<String> receivedByProcess(Recording recording) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String text : Files.readAllLines(recording.userHome().resolve("received.jsonl"))) {
      Map<?, ?> message = (Map<?, ?>) Json.parse(text);
      Map<?, ?> params = message.get("params") instanceof Map<?, ?> map ? map : Map.of();
      Map<?, ?> meta = params.get("_meta") instanceof Map<?, ?> map ? map : Map.of();
      lines.add(line(message.get("method"), message.get("id"), meta.get("traceparent")));
    }
    return lines;
  }
}
