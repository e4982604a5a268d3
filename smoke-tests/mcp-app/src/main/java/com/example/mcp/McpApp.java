package com.example.mcp;

import dev.langchain4j.mcp.McpToolProvider;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import java.time.Duration;

/** An agent with the tools of two servers: a process of its own, and one behind HTTP. */
public final class McpApp {
  private McpApp() {}

  /**
   * Runs the program.
   *
   * @param arguments the addresses of the model and of the second server
   */
  @SuppressWarnings("try") // clients may be interrupted when they are closed
  public static void main(String[] arguments) throws Exception {
    try (McpClient books = Clients.books(Clients.TIMEOUT);
        McpClient weather = Clients.events(arguments[1], Clients.TIMEOUT)) {
      Assistant assistant =
          AiServices.builder(Assistant.class)
              .chatModel(
                  OpenAiChatModel.builder()
                      .baseUrl(arguments[0])
                      .apiKey("sk-example")
                      .modelName("gpt-4o-mini")
                      .timeout(Duration.ofMinutes(10))
                      .maxRetries(0)
                      .build())
              .toolProvider(McpToolProvider.builder().mcpClients(books, weather).build())
              .build();
      System.out.println(assistant.chat("What shall I read in Lisbon today?"));
      System.out.println(assistant.chat("Thank you!"));
    }
  }
}
