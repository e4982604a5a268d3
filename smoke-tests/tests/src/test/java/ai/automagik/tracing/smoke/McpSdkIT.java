package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.automagik.tracing.smoke.Lab.Library;
import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.smoke.Lab.Servers;
import ai.automagik.tracing.store.Span;
import ai.automagik.tracing.testing.FakeMcpServer;
import ai.automagik.tracing.testing.JavaProgram;
import ai.automagik.tracing.testing.McpRequest;
import ai.automagik.tracing.testing.Scenarios;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Whole traces of clients and servers of the MCP SDK, and what the servers are told. */
final class McpSdkIT {
  @OnPlatforms
  void everyKindOfRequest(Platform platform) throws IOException {
    assertTold(assertSame(Sample.MCP_SDK_REQUESTS, platform));
  }

  /** Tools of an agent that wait for a server, subscribe twice, never, or cancel. */
  @OnPlatforms
  void toolsOfAnAgent(Platform platform) throws IOException {
    assertTold(assertSame(Sample.MCP_SDK_AGENT, platform));
  }

  /** A client and the process of its server, which have their traces in common. */
  @OnPlatforms
  void bothEndsOfAPipe(Platform platform) throws IOException {
    Recording recording = assertSame(Sample.MCP_SDK_NOTES, platform);

    assertThat(recording.spool().runs()).hasSize(2);
  }

  /** Sessions and none; callers of another process, of this one, and of the application's own. */
  @OnNewest
  void bothEndsOfStreamableHttp(Platform platform) throws IOException {
    Recording recording = assertSame(Sample.MCP_SDK_STREAMABLE, platform);

    assertThat(recording.spans())
        .filteredOn(span -> span.traceId().equals("4bf92f3577b34da6a3ce929d0e0e4736"))
        .filteredOn(span -> span.parentSpanId().equals("00f067aa0ba902b7"))
        .extracting(Span::name, Span::kind)
        .containsExactly(
            tuple("tools/call summarise", Span.Kind.SERVER),
            tuple("tools/call summarise", Span.Kind.SERVER));
  }

  @Test
  void serversAreToldNothingWhenTheUserForbidsIt() throws Exception {
    try (FakeMcpServer server = Scenarios.mcpServer().start()) {
      Path home = Lab.freshHome();
      JavaProgram.Result result =
          Lab.bare()
              .home(home)
              .classPath(Sample.MCP_SDK_AGENT.jar())
              .classPathFolder(Sample.MCP_SDK_AGENT.libraries(Library.NEWEST))
              .mainClass(Sample.MCP_SDK_AGENT.mainClass())
              .arguments(server.sseUrl())
              .jvmArguments(Lab.agent(), "-Dautomagik.mcp.propagation=false")
              .run(Lab.TIMEOUT_MILLIS);

      assertThat(result.exitCode()).as(result.stderrText()).isZero();
      assertThat(new Recording(home).spans()).extracting(Span::name).contains("initialize");
      assertThat(server.requests()).allMatch(request -> request.meta().isEmpty());
    }
  }

  private static Recording assertSame(Sample sample, Platform platform) throws IOException {
    return Golden.assertSame(
        "McpSdk" + sample.simpleName() + "-" + platform.library().name().toLowerCase(Locale.ROOT),
        sample.plain(platform),
        sample.traced(platform));
  }

  /** Asserts that each request carried the ids of its own span. */
  private static void assertTold(Recording recording) {
    List<String> told = new ArrayList<>();
    for (McpRequest request : Servers.MCP.requests()) {
      told.add(request.method() + " " + request.id() + " " + request.meta().get("traceparent"));
    }
    assertThat(recording.spans())
        .filteredOn(span -> span.attributes().text("mcp.method.name") != null)
        .isNotEmpty()
        .allSatisfy(span -> assertThat(told).contains(line(span)));
  }

  private static String line(Span span) {
    return span.attributes().text("mcp.method.name")
        + " "
        + span.attributes().text("jsonrpc.request.id")
        + " 00-"
        + span.traceId()
        + "-"
        + span.spanId()
        + "-01";
  }
}
