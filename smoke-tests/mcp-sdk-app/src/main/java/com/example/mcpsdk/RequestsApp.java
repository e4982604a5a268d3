package com.example.mcpsdk;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import java.time.Duration;
import java.util.Map;

/** Every kind of request, one after the other, answered and not. */
public final class RequestsApp {
  /** Long for a computer, so that nothing but silence takes it. */
  static final Duration LONG = Duration.ofSeconds(50);

  private static final Duration SHORT = Duration.ofSeconds(3);

  private RequestsApp() {}

  /**
   * Runs the program.
   *
   * @param arguments the address of the server
   */
  public static void main(String[] arguments) {
    try (McpSyncClient client =
            McpClient.sync(Sdk.events(arguments[0]))
                .requestTimeout(LONG)
                .initializationTimeout(LONG)
                .build();
        McpSyncClient hasty =
            McpClient.sync(Sdk.events(arguments[0]))
                .requestTimeout(SHORT)
                .initializationTimeout(LONG)
                .build()) {
      System.out.println(client.initialize().serverInfo().name());
      System.out.println(Outcome.of(client::ping));
      System.out.println(client.listTools(null).tools().size());
      System.out.println(client.listTools("more").tools().get(0).name());
      System.out.println(Outcome.ofTool(client, "get_forecast", Map.of("city", "Porto")));
      System.out.println(Outcome.ofTool(client, "get_tides", Map.of()));
      System.out.println(Outcome.ofTool(client, "apologise", Map.of()));
      System.out.println(Outcome.ofTool(client, "misunderstand", Map.of()));
      System.out.println(Outcome.ofTool(client, "break_down", Map.of()));
      System.out.println(client.listResources(null).resources().get(0).uri());
      System.out.println(client.listResourceTemplates(null).resourceTemplates().size());
      System.out.println(read(client, "memo://today"));
      System.out.println(read(client, "memo://never"));
      System.out.println(client.listPrompts(null).prompts().get(0).name());
      System.out.println(
          Outcome.of(() -> client.getPrompt(new GetPromptRequest("greet", Map.of()))));
      hasty.initialize();
      System.out.println(Outcome.ofTool(hasty, "stay_silent", Map.of()));
    }
  }

  private static String read(McpSyncClient client, String uri) {
    return Outcome.of(() -> client.readResource(new ReadResourceRequest(uri)));
  }
}
