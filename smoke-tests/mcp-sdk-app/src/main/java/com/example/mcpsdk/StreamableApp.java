package com.example.mcpsdk;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.util.List;
import java.util.Map;

/** Clients and servers of streamable HTTP in one process, with sessions and without. */
public final class StreamableApp {
  private static final String CALLER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private StreamableApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    try (StreamableServer http = new StreamableServer()) {
      ServerCapabilities capabilities = ServerCapabilities.builder().tools(false).build();
      SyncToolSpecification refuse = Sdk.tool("refuse", () -> Sdk.result("Not today.", true));
      McpServer.sync(http)
          .serverInfo("notes", "1")
          .capabilities(capabilities)
          .tools(List.of(Sdk.tool("summarise", StreamableApp::summary), refuse))
          .build();
      McpServer.sync(http.withoutSessions())
          .serverInfo("plain", "1")
          .capabilities(capabilities)
          .toolCall(
              Sdk.tool("summarise", StreamableApp::summary).tool(), (context, request) -> summary())
          .build();
      use(http.url(), "/mcp");
      use(http.url(), "/plain");
    }
  }

  private static CallToolResult summary() {
    return Sdk.result(new EchoModel().chat("All notes, in short"), false);
  }

  private static void use(String url, String endpoint) {
    var transport = HttpClientStreamableHttpTransport.builder(url).endpoint(endpoint).build();
    try (McpSyncClient client =
        McpClient.sync(transport)
            .requestTimeout(RequestsApp.LONG)
            .initializationTimeout(RequestsApp.LONG)
            .build()) {
      System.out.println(client.initialize().serverInfo().name());
      System.out.println(Outcome.ofTool(client, "summarise", Map.of("days", 3)));
      System.out.println(Outcome.ofTool(client, "refuse", Map.of()));
      // The application has a trace context of its own.
      CallToolRequest told =
          new CallToolRequest("summarise", Map.of(), Map.of("traceparent", CALLER));
      System.out.println(Outcome.text(client.callTool(told)));
    }
  }
}
