package com.example.springai;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.ai.model.tool.ToolExecutionResult;
import org.springframework.ai.support.ToolCallbacks;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.MimeTypeUtils;

/** What few programs do with tools and models. */
@Component
final class Corners {
  private final ChatClient guide;
  private final ChatClient friend;
  private final ChatModel model;
  private final ToolCallback forecast;

  Corners(ChatClient guide, ChatClient friend, ChatModel model, ToolCallback forecast) {
    this.guide = guide;
    this.friend = friend;
    this.model = model;
    this.forecast = forecast;
  }

  void turn() {
    System.out.println(
        guide.prompt().user("A ticket, please").tools(new Counter()).call().content());
    String tickets =
        String.join(
            "",
            guide.prompt().user("A ticket, please").tools(new Counter()).stream()
                .content()
                .collectList()
                .blockOptional()
                .orElse(List.of()));
    System.out.println(tickets);
    System.out.println(
        guide.prompt().user("Ask your friend.").tools(new Friends()).call().content());
    ChatClient.ChatClientRequestSpec asked =
        guide.prompt().user("The forecast?").toolContext(Map.of("unit", "Celsius"));
    System.out.println(
        (SpringAiApp.modelsCallTools()
                ? asked.toolNames("forecast")
                : asked.toolCallbacks(forecast))
            .call()
            .content());
    System.out.println(
        guide
            .prompt()
            .user(
                user ->
                    user.text("What is on it?")
                        .media(MimeTypeUtils.IMAGE_PNG, new ByteArrayResource(new byte[30])))
            .call()
            .content());
    System.out.println(guide.prompt().user("Try hard.").call().content());
    System.out.println(new Wrapped(model).call("Hello?"));
    if (SpringAiApp.modelsCallTools()) {
      callToolsByHand();
    }
  }

  private void callToolsByHand() {
    ToolCallingChatOptions options =
        ToolCallingChatOptions.builder()
            .model("gpt-4o-mini")
            .toolCallbacks(ToolCallbacks.from(new TownTools()))
            .internalToolExecutionEnabled(false)
            .build();
    ToolCallingManager tools = ToolCallingManager.builder().build();
    Prompt prompt = new Prompt("How is the weather?", options);
    ChatResponse response = model.call(prompt);
    while (response.hasToolCalls()) {
      ToolExecutionResult results = tools.executeToolCalls(prompt, response);
      prompt = new Prompt(results.conversationHistory(), options);
      response = model.call(prompt);
    }
    System.out.println(response.getResult().getOutput().getText());
  }

  /** Sells what needs no more words. */
  static final class Counter {
    @Tool(name = "ticket", description = "Sells a ticket to a city", returnDirect = true)
    String ticket(String city) {
      return "To " + city;
    }
  }

  /** Asks another client, on a thread of its own. */
  final class Friends {
    @Tool(name = "friend", description = "Knows a city")
    String ask(String city) {
      SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor();
      threads.setVirtualThreads(ClassUtils.hasMethod(Thread.class, "isVirtual", new Class<?>[0]));
      return CompletableFuture.supplyAsync(
              () -> friend.prompt().user("Hello, " + city + "?").call().content(),
              (Executor) threads)
          .join();
    }
  }

  /** Adds nothing to another model. */
  private record Wrapped(ChatModel model) implements ChatModel {
    @Override
    public ChatResponse call(Prompt prompt) {
      return model.call(prompt);
    }
  }
}
