package com.example.mcpsdk;

import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A server on stdin and stdout, of which one tool asks a model. */
public final class NotesServer {
  private NotesServer() {}

  /** Serves until the client ends the process. */
  public static void main(String[] arguments) throws InterruptedException {
    McpSyncServer server =
        Sdk.server()
            .serverInfo("notes", "1")
            .capabilities(
                ServerCapabilities.builder()
                    .tools(false)
                    .resources(false, false)
                    .prompts(false)
                    .build())
            .tools(
                List.of(
                    Sdk.tool(
                        "summarise",
                        () -> Sdk.result(new EchoModel().chat("All notes, in short"), false)),
                    Sdk.toolThatAsks(
                        "consult",
                        exchange ->
                            Sdk.result(
                                Host.ask(exchange, "What else?")
                                    + " / "
                                    + Host.ask(exchange, "Why?")
                                    + " / "
                                    + exchange.listRoots().roots().get(0).uri(),
                                false)),
                    Sdk.tool("refuse", () -> Sdk.result("Not today.", true)),
                    Sdk.tool(
                        "break_down",
                        () -> {
                          throw new IllegalStateException("no more paper");
                        })))
            .resources(
                List.of(
                    new SyncResourceSpecification(
                        Sdk.resource("memo://today"),
                        (exchange, request) ->
                            new ReadResourceResult(
                                List.of(
                                    new TextResourceContents(
                                        request.uri(), "text/plain", "Water the plants."))))))
            .prompts(
                List.of(
                    new SyncPromptSpecification(
                        new Prompt("greet", "Greets", List.of()),
                        (exchange, request) ->
                            new GetPromptResult(
                                "a greeting",
                                List.of(
                                    new PromptMessage(
                                        Role.USER, new TextContent(new EchoModel().chat("Hi"))))))))
            .build();
    new CountDownLatch(server == null ? 0 : 1).await();
  }
}
