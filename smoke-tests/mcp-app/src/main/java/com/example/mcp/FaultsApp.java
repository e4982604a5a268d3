package com.example.mcp;

import dev.langchain4j.mcp.client.McpClient;
import java.time.Duration;
import java.util.Map;

/** Servers that fail in many ways, and what arrives at the caller. */
public final class FaultsApp {
  private static final Duration SHORT = Duration.ofMillis(300);

  /** Up to 1.8 the client does not notice that a process ends, and waits for so long. */
  private static final Duration LONG_ENOUGH_TO_EXIT = Duration.ofSeconds(8);

  private FaultsApp() {}

  /**
   * Runs the program.
   *
   * @param arguments the address of the server
   */
  @SuppressWarnings("try") // clients may be interrupted when they are closed
  public static void main(String[] arguments) throws Exception {
    try (McpClient client = Clients.events(arguments[0], Clients.TIMEOUT);
        McpClient hasty = Clients.events(arguments[0], SHORT);
        McpClient books = Clients.books(LONG_ENOUGH_TO_EXIT)) {
      System.out.println(Clients.call(client, "apologise"));
      System.out.println(Clients.call(client, "misunderstand"));
      System.out.println(Clients.call(client, "break_down"));
      System.out.println(Clients.call(client, "refuse"));
      System.out.println(Clients.outcome(() -> client.readResource("memo://never")));
      System.out.println(Clients.outcome(() -> client.getPrompt("curse", Map.of())));
      System.out.println(Clients.call(hasty, "stay_silent"));
      System.out.println(Clients.outcome(() -> hasty.readResource("memo://silent")));
      System.out.println(Clients.call(books, "exit"));
    }
  }
}
