package com.example.mcp;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;
import dev.langchain4j.mcp.client.transport.stdio.StdioMcpTransport;
import dev.langchain4j.service.tool.ToolExecutionResult;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** How the programs reach their servers. */
final class Clients {
  /** Long for a computer, so that nothing but silence takes it. */
  static final Duration TIMEOUT = Duration.ofSeconds(50);

  private Clients() {}

  /** A client of {@link BookServer}, which it starts. */
  static McpClient books(Duration timeout) {
    return new DefaultMcpClient.Builder()
        .key("books")
        .toolExecutionTimeout(timeout)
        .transport(
            new StdioMcpTransport.Builder()
                .command(
                    List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.example.mcp.BookServer",
                        Path.of(System.getProperty("user.home"), "received.jsonl").toString()))
                .build())
        .build();
  }

  /** A client of the older kind over HTTP, with one stream of events for all answers. */
  @SuppressWarnings({"deprecation", "removal"})
  static McpClient events(String sseUrl, Duration timeout) {
    return new DefaultMcpClient.Builder()
        .key("weather")
        .toolExecutionTimeout(timeout)
        .resourcesTimeout(timeout)
        .transport(new HttpMcpTransport.Builder().sseUrl(sseUrl).timeout(TIMEOUT).build())
        .build();
  }

  /** Calls a tool; by reflection, because the result is another type from 1.6 on. */
  static String call(McpClient client, String tool) {
    ToolExecutionRequest request =
        ToolExecutionRequest.builder().id("own-" + tool).name(tool).arguments("{}").build();
    try {
      Object result =
          McpClient.class
              .getMethod("executeTool", ToolExecutionRequest.class)
              .invoke(client, request);
      return result instanceof String text ? text : ((ToolExecutionResult) result).resultText();
    } catch (InvocationTargetException e) {
      return describe(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /** What a call comes to, its failure included. */
  static String outcome(Runnable call) {
    try {
      call.run();
      return "done";
    } catch (RuntimeException e) {
      return describe(e);
    }
  }

  private static String describe(Throwable failure) {
    return failure.getClass().getName() + ": " + failure.getMessage();
  }
}
