package com.example.old;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;

/** An agent with a tool, at once and as a stream, as they were before LangChain4j 1.0. */
public final class OldApp {
  private OldApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    ScriptedModel model = new ScriptedModel();
    Assistant assistant =
        AiServices.builder(Assistant.class)
            .chatLanguageModel(model)
            .streamingChatLanguageModel(model)
            .chatMemory(MessageWindowChatMemory.withMaxMessages(10))
            .tools(new Clock())
            .build();
    System.out.println(assistant.ask("What time is it in Lisbon?"));
    assistant
        .tell("And now?")
        .onNext(text -> System.out.println("streamed: " + text))
        .onComplete(response -> System.out.println("complete"))
        .onError(Throwable::printStackTrace)
        .start();
  }

  /** The agent. */
  interface Assistant {
    String ask(String question);

    TokenStream tell(String question);
  }

  /** A clock that stands still. */
  static final class Clock {
    @Tool(name = "get_time", value = "Returns the local time of a city")
    String getTime(String city) {
      return "It is 10:15 in " + city;
    }
  }
}
