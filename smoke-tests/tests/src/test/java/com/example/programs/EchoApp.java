package com.example.programs;

import dev.langchain4j.service.AiServices;
import java.util.concurrent.ForkJoinPool;

/**
 * Talks to its own model, as an agent and, on a thread that lives on when the program is done,
 * directly. Needs no network.
 */
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
    System.out.println(
        ForkJoinPool.commonPool().submit(() -> model.chat("model " + arguments[0])).join());
  }
}
