package com.example.springai;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;

/** Questions to a chat client, one answer each. */
final class Conversations {
  private final ChatClient guide;

  Conversations(ChatClient guide) {
    this.guide = guide;
  }

  record City(String name, int inhabitants) {}

  void hold() {
    System.out.println(guide.prompt().user("Hello?").call().content());
    System.out.println(
        guide.prompt().user("How is the weather?").tools(new TownTools()).call().content());
    System.out.println(
        guide
            .prompt()
            .user("Use what is broken.")
            .tools(new TownTools(), new BrokenTools())
            .call()
            .content());
    System.out.println(guide.prompt().user("A city as JSON").call().entity(City.class));
    ChatMemory memory = MessageWindowChatMemory.builder().build();
    for (String question : new String[] {"I am Ann.", "Who am I?"}) {
      System.out.println(
          guide
              .prompt()
              .user(question)
              .advisors(MessageChatMemoryAdvisor.builder(memory).build())
              .advisors(advisors -> advisors.param(ChatMemory.CONVERSATION_ID, "ann-1"))
              .call()
              .content());
    }
    try {
      System.out.println(guide.prompt().user("Please fail.").call().content());
    } catch (RuntimeException e) {
      System.out.println("failed");
    }
  }
}
