package com.example.mcp;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.service.AiServices;
import java.util.Map;

/** Every kind of request, first by itself and then from a tool of the program's own. */
public final class RequestsApp {
  private RequestsApp() {}

  /**
   * Runs the program.
   *
   * @param arguments the address of the server
   */
  @SuppressWarnings("try") // clients may be interrupted when they are closed
  public static void main(String[] arguments) throws Exception {
    try (McpClient client = Clients.events(arguments[0], Clients.TIMEOUT)) {
      System.out.println(client.listTools().size() + " tools");
      System.out.println(client.listTools().size() + " tools, known already");
      System.out.println(Clients.call(client, "get_forecast"));
      System.out.println(client.listResources().size() + " resources");
      System.out.println(client.listResourceTemplates().size() + " templates");
      System.out.println(client.readResource("memo://today").contents());
      System.out.println(client.listPrompts().size() + " prompts");
      System.out.println(client.getPrompt("greet", Map.of("name", "Ada")).messages().size());
      client.checkHealth();
      Assistant assistant =
          AiServices.builder(Assistant.class)
              .chatModel(new ToolUser().call("look", "{}"))
              .tools(new Lookout(client))
              .build();
      System.out.println(assistant.chat("Look!"));
    }
  }

  /** A tool that asks a server itself. */
  record Lookout(McpClient client) {
    @Tool("Looks out of the window")
    String look() {
      client.checkHealth();
      return Clients.call(client, "get_forecast") + " " + Clients.call(client, "get_tides");
    }
  }
}
