package com.example.mcpsdk;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ElicitRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult.Action;
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
          .tools(
              List.of(
                  Sdk.tool("summarise", StreamableApp::summary),
                  refuse,
                  Sdk.toolThatAsks("consult", StreamableApp::consult)))
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

  private static CallToolResult consult(McpSyncServerExchange exchange) {
    exchange.ping();
    Action action =
        exchange
            .createElicitation(
                ElicitRequest.builder("Which day?", Map.of("type", "object")).build())
            .action();
    return Sdk.result(action + " / " + Host.ask(exchange, "What else?"), false);
  }

  private static void use(String url, String endpoint) {
    var transport = HttpClientStreamableHttpTransport.builder(url).endpoint(endpoint).build();
    try (McpSyncClient client =
        McpClient.sync(transport)
            .requestTimeout(RequestsApp.LONG)
            .initializationTimeout(RequestsApp.LONG)
            .capabilities(ClientCapabilities.builder().sampling().elicitation().build())
            .sampling(Host::answer)
            .elicitation(request -> new ElicitResult(Action.DECLINE, null))
            .build()) {
      System.out.println(client.initialize().serverInfo().name());
      System.out.println(Outcome.ofTool(client, "summarise", Map.of("days", 3)));
      System.out.println(Outcome.ofTool(client, "refuse", Map.of()));
      System.out.println(Outcome.ofTool(client, "consult", Map.of()));
      // The application has a trace context of its own.
      CallToolRequest told =
          new CallToolRequest("summarise", Map.of(), Map.of("traceparent", CALLER));
      System.out.println(Outcome.text(client.callTool(told)));
    }
  }
}
