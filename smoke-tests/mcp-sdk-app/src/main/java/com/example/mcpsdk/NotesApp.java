package com.example.mcpsdk;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.Root;
import java.util.Map;

/** A client that starts its server, {@link NotesServer}. */
public final class NotesApp {
  private NotesApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    try (McpSyncClient client =
        McpClient.sync(Sdk.process(NotesServer.class))
            .requestTimeout(RequestsApp.LONG)
            .initializationTimeout(RequestsApp.LONG)
            .capabilities(ClientCapabilities.builder().roots(false).sampling().build())
            .roots(new Root("file:///notes", "notes"))
            .sampling(Host::answer)
            .build()) {
      System.out.println(client.initialize().serverInfo().name());
      System.out.println(Outcome.of(client::ping));
      System.out.println(client.listTools(null).tools().size());
      System.out.println(Outcome.ofTool(client, "summarise", Map.of("days", 3)));
      System.out.println(Outcome.ofTool(client, "consult", Map.of()));
      System.out.println(Outcome.ofTool(client, "refuse", Map.of()));
      System.out.println(Outcome.ofTool(client, "break_down", Map.of()));
      System.out.println(Outcome.ofTool(client, "unknown", Map.of()));
      System.out.println(client.listResources(null).resources().get(0).uri());
      System.out.println(
          Outcome.of(() -> client.readResource(new ReadResourceRequest("memo://today"))));
      System.out.println(
          Outcome.of(() -> client.readResource(new ReadResourceRequest("memo://never"))));
      System.out.println(
          Outcome.of(() -> client.getPrompt(new GetPromptRequest("greet", Map.of()))));
    }
  }
}
