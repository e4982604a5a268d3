package com.example.mcpsdk;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.tool.ToolExecutor;
import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** An agent whose tools ask a server: waiting, without waiting, twice, in vain, and not at all. */
public final class AsyncApp {
  /** Older clients do not begin by themselves, and wait for so long. */
  private static final Duration LONG_ENOUGH_TO_BEGIN = Duration.ofSeconds(8);

  private AsyncApp() {}

  /** The agent. */
  interface Assistant {
    String answer(String question);
  }

  /**
   * Runs the program.
   *
   * @param arguments the address of the server
   */
  public static void main(String[] arguments) {
    try (McpSyncClient client =
            McpClient.sync(Sdk.events(arguments[0]))
                .requestTimeout(RequestsApp.LONG)
                .initializationTimeout(RequestsApp.LONG)
                .build();
        McpSyncClient lazy =
            McpClient.sync(Sdk.events(arguments[0]))
                .requestTimeout(RequestsApp.LONG)
                .initializationTimeout(LONG_ENOUGH_TO_BEGIN)
                .build()) {
      McpAsyncClient async =
          McpClient.async(Sdk.events(arguments[0]))
              .requestTimeout(RequestsApp.LONG)
              .initializationTimeout(RequestsApp.LONG)
              .build();
      client.initialize();
      async.initialize().block();
      ToolExecutor same = (request, memory) -> call(client, request.name());
      ToolExecutor prefixed = (request, memory) -> call(client, "get_tides");
      ToolExecutor own = (request, memory) -> inTheBackground(async) + call(lazy, "get_forecast");
      Map<ToolSpecification, ToolExecutor> tools = new LinkedHashMap<>();
      tools.put(tool("get_forecast"), same);
      tools.put(tool("sea_get_tides"), prefixed);
      tools.put(tool("look_around"), own);
      Assistant assistant =
          AiServices.builder(Assistant.class)
              .chatModel(new PlanningModel("get_forecast", "sea_get_tides", "look_around"))
              .tools(tools)
              .build();
      System.out.println(assistant.answer("What is it like outside?"));
      async.closeGracefully().block();
    }
  }

  private static String inTheBackground(McpAsyncClient client) {
    Mono<CallToolResult> never = client.callTool(request("misunderstand"));
    Mono<CallToolResult> twice = client.callTool(request("get_tides"));
    String first = Outcome.text(twice.subscribeOn(Schedulers.parallel()).block());
    String second = Outcome.text(twice.block());
    String gone =
        client
            .callTool(request("break_down"))
            .map(Outcome::text)
            .onErrorResume(failure -> Mono.fromCallable(() -> new EchoModel().chat("instead")))
            .block();
    cancelled(client.callTool(request("stay_silent")));
    return first + second + gone + (never == twice);
  }

  private static void cancelled(Mono<CallToolResult> silent) {
    CountDownLatch subscribed = new CountDownLatch(1);
    Disposable call = silent.doOnSubscribe(any -> subscribed.countDown()).subscribe();
    try {
      subscribed.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    call.dispose();
  }

  private static String call(McpSyncClient client, String name) {
    return Outcome.text(client.callTool(request(name)));
  }

  private static CallToolRequest request(String name) {
    return new CallToolRequest(name, Map.of());
  }

  private static ToolSpecification tool(String name) {
    return ToolSpecification.builder().name(name).build();
  }
}
