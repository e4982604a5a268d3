package com.example.mcp;

import dev.langchain4j.mcp.McpToolProvider;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.McpMetaSupplier;
import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;
import dev.langchain4j.mcp.protocol.McpListPromptsRequest;
import dev.langchain4j.mcp.resourcesastools.DefaultMcpResourcesAsToolsPresenter;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.tool.ToolExecutor;
import java.util.Map;
import java.util.UUID;

/** What only newer versions of the client can do. */
public final class StreamableApp {
  /** The example of the W3C. */
  private static final String OTHER_TRACE =
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private StreamableApp() {}

  /**
   * Runs the program.
   *
   * @param arguments the address of the server
   */
  @SuppressWarnings("try") // clients may be interrupted when they are closed
  public static void main(String[] arguments) throws Exception {
    StreamableHttpMcpTransport transport = transport(arguments[0]);
    try (McpClient client = client(transport, context -> Map.of("app", "yes"));
        McpClient traced =
            client(transport(arguments[0]), context -> Map.of("traceparent", OTHER_TRACE));
        McpClient plain = client(transport(arguments[0]), context -> null);
        McpClient quiet = DefaultMcpClient.builder().transport(transport(arguments[0])).build()) {
      transport.executeOperationWithResponse(new McpListPromptsRequest(77L, null)).get();

      System.out.println(Clients.call(client, "get_forecast"));
      System.out.println(Clients.call(traced, "get_forecast"));
      System.out.println(Clients.call(plain, "get_tides"));
      plain.checkHealth();
      System.out.println(Clients.call(client, "after_restart"));
      System.out.println(Clients.call(client, "apologise"));
      System.out.println(Clients.call(client, "give_up"));
      System.out.println(Clients.call(client, "hang_up"));
      System.out.println(Clients.call(client, "refuse"));

      System.out.println(together(quiet));
      System.out.println(withResources(plain));
    }
  }

  private static StreamableHttpMcpTransport transport(String url) {
    return StreamableHttpMcpTransport.builder()
        .url(url)
        .timeout(Clients.TIMEOUT)
        .setHttpVersion1_1()
        .customHeaders(Map.of("Run", UUID.randomUUID().toString()))
        .build();
  }

  private static McpClient client(StreamableHttpMcpTransport transport, McpMetaSupplier meta) {
    return DefaultMcpClient.builder()
        .key("weather")
        .transport(transport)
        .toolExecutionTimeout(Clients.TIMEOUT)
        .metaSupplier(meta)
        .addListener(new Watcher())
        .logHandler(message -> System.out.println("log: " + message.data()))
        .progressHandler(progress -> System.out.println("progress: " + progress.progress()))
        .build();
  }

  /** Two tools at the same time, known to the model by other names. */
  private static String together(McpClient client) {
    OneByOne threads = new OneByOne();
    Assistant assistant =
        AiServices.builder(Assistant.class)
            .chatModel(
                new ToolUser()
                    .call("sea_get_forecast", "{\"city\":\"Lisbon\"}")
                    .call("sea_get_tides", "{}"))
            .toolProvider(
                McpToolProvider.builder()
                    .mcpClients(client)
                    .toolNameMapper((each, tool) -> "sea_" + tool.name())
                    .toolWrapper(tool -> underWay(threads, tool))
                    .build())
            .executeToolsConcurrently(threads)
            .build();
    return assistant.chat("What about the sea?");
  }

  private static ToolExecutor underWay(OneByOne threads, ToolExecutor tool) {
    return (request, memoryId) -> {
      threads.underWay();
      return tool.execute(request, memoryId);
    };
  }

  /** Resources of servers as tools of the model. */
  private static String withResources(McpClient client) {
    Assistant assistant =
        AiServices.builder(Assistant.class)
            .chatModel(
                new ToolUser()
                    .call("list_resources", "{}")
                    .call("get_resource", "{\"mcpServer\":\"weather\",\"uri\":\"memo://today\"}"))
            .toolProvider(
                McpToolProvider.builder()
                    .mcpClients(client)
                    .resourcesAsToolsPresenter(
                        DefaultMcpResourcesAsToolsPresenter.builder().build())
                    .build())
            .build();
    return assistant.chat("What is to be done?");
  }
}
