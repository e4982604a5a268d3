package com.example.travel;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.service.AiServices;

/** Plans a weekend with one agent, reviews it with another and streams a postcard about it. */
public final class TravelApp {

  private static final String WISH =
      "Plan three days in Lisbon from 14 May 2027 for two people. We like food and viewpoints. "
          + "The hotel may cost up to 150 EUR a night; tell us its total price in USD.";

  private TravelApp() {}

  public static void main(String[] arguments) throws Exception {
    String baseUrl = arguments[0];
    ChatModel model = Models.chat(baseUrl);

    Planner planner =
        AiServices.builder(Planner.class)
            .chatModel(model)
            .chatMemoryProvider(
                id -> MessageWindowChatMemory.builder().id(id).maxMessages(20).build())
            .tools(new TravelTools())
            .build();
    Critic critic =
        AiServices.builder(Critic.class)
            .chatModel(Models.reasoning(baseUrl))
            .chatMemory(MessageWindowChatMemory.withMaxMessages(10))
            .build();

    print("Wish", WISH);
    String plan = planner.plan("trip-lisbon-2027", WISH);
    print("Plan", plan);
    print("Review", critic.review(plan));

    System.out.println("Postcard");
    System.out.println("--------");
    PrintingHandler handler = new PrintingHandler();
    Models.streaming(baseUrl)
        .chat(
            ChatRequest.builder()
                .messages(UserMessage.from("Write a postcard of two sentences about:\n\n" + plan))
                .build(),
            handler);
    int outputTokens = handler.await().tokenUsage().outputTokenCount();
    System.out.println();
    System.out.println("The postcard took " + outputTokens + " tokens.");
  }

  private static void print(String title, String text) {
    System.out.println(title);
    System.out.println("-".repeat(title.length()));
    System.out.println(text);
    System.out.println();
  }
}
