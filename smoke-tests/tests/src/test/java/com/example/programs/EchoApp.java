package com.example.programs;

import dev.langchain4j.service.AiServices;

/** Talks to its own model, as an agent and directly. Needs no network. */
public final class EchoApp {

  /** The agent. */
  public interface Echo {
    String say(String text);
  }

  private EchoApp() {}

  public static void main(String[] arguments) {
    EchoModel model = new EchoModel();
    Echo echo = AiServices.builder(Echo.class).chatModel(model).build();
    System.out.println(echo.say("agent " + arguments[0]));
    System.out.println(model.chat("model " + arguments[0]));
  }
}
