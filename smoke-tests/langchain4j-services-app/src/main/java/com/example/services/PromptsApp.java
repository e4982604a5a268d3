package com.example.services;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import dev.langchain4j.service.memory.ChatMemoryAccess;
import java.util.UUID;

/** Templates, memories, and services that ask each other. */
public final class PromptsApp {
  private PromptsApp() {}

  /** A guide with templates. */
  interface Guide {
    @SystemMessage("You are a guide to {{city}} and answer in {{language}}.")
    @UserMessage("Where do I find {{what}}?")
    String find(@V("city") String city, @V("language") String language, @V("what") String what);
  }

  /** What all desks have in common. */
  interface Desk<T> {
    String ask(@MemoryId T id, @UserMessage String question);
  }

  /** Desks by the kind of their visitors' names. */
  interface TextDesk extends Desk<String>, ChatMemoryAccess {}

  /** See {@link TextDesk}. */
  interface NumberDesk extends Desk<Integer> {}

  /** See {@link TextDesk}. */
  interface UuidDesk extends Desk<UUID> {}

  /** See {@link TextDesk}. */
  interface FloorDesk extends Desk<Floor> {}

  /** See {@link TextDesk}. */
  interface VisitorDesk extends Desk<Visitor> {}

  /** A name of which only one is ever needed. */
  enum Floor {
    FIRST {
      @Override
      public String toString() {
        return "the first floor";
      }
    }
  }

  /** A name that is the program's own. */
  record Visitor(String name) {}

  /** Somebody without visitors' names. */
  interface Clerk {
    String ask(String question);
  }

  /** Asks another service. */
  static final class Office {
    private final Clerk clerk;

    Office(Clerk clerk) {
      this.clerk = clerk;
    }

    @Tool("Asks the clerk")
    String clerk(String question) {
      return clerk.ask(question);
    }
  }

  /** Runs the program. */
  public static void main(String[] arguments) {
    ChatModel model = Models.chat(arguments[0]);
    System.out.println(AiServices.create(Guide.class, model).find("Lisbon", "English", "the tram"));

    TextDesk text = desk(TextDesk.class, model);
    System.out.println(text.ask("ada", "Is it open?"));
    System.out.println(text.ask("ada", "And tomorrow?"));
    System.out.println(text.getChatMemory("ada").messages().size());
    System.out.println(text.evictChatMemory("ada"));
    System.out.println(desk(NumberDesk.class, model).ask(7, "Is it open?"));
    System.out.println(
        desk(UuidDesk.class, model)
            .ask(UUID.fromString("6f1c3f0e-8a7b-4d53-9a61-0a5f7a3d2c11"), "Is it open?"));
    System.out.println(desk(FloorDesk.class, model).ask(Floor.FIRST, "Is it open?"));
    System.out.println(desk(VisitorDesk.class, model).ask(new Visitor("ada"), "Is it open?"));

    System.out.println(clerk(model, MessageWindowChatMemory.withMaxMessages(9)).ask("Any mail?"));
    Clerk named = clerk(model, MessageWindowChatMemory.builder().id("mail").maxMessages(9).build());
    System.out.println(named.ask("Any mail?"));

    TextDesk office =
        AiServices.builder(TextDesk.class)
            .chatModel(model)
            .chatMemoryProvider(PromptsApp::memory)
            .systemMessageProvider(id -> "Ask the clerk for " + id + ".")
            .tools(new Office(named))
            .build();
    System.out.println(office.ask("bob", "Is there mail for me?"));

    Clerk broken =
        AiServices.builder(Clerk.class)
            .chatModel(model)
            .systemMessageProvider(
                id -> {
                  throw new IllegalStateException("no instructions for " + id);
                })
            .build();
    try {
      System.out.println(broken.ask("Any mail?"));
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
  }

  private static <T> T desk(Class<T> type, ChatModel model) {
    return AiServices.builder(type).chatModel(model).chatMemoryProvider(PromptsApp::memory).build();
  }

  private static Clerk clerk(ChatModel model, MessageWindowChatMemory memory) {
    return AiServices.builder(Clerk.class).chatModel(model).chatMemory(memory).build();
  }

  private static MessageWindowChatMemory memory(Object id) {
    return MessageWindowChatMemory.builder().id(id).maxMessages(9).build();
  }
}
