package com.example.travel;

import dev.langchain4j.model.chat.ChatModel;

/** Asks the model again and again. */
public final class LoopApp {

  private LoopApp() {}

  public static void main(String[] arguments) {
    ChatModel model = Models.chat(arguments[0]);
    int calls = Integer.parseInt(arguments[1]);
    for (int call = 1; call <= calls; call++) {
      System.out.println(call + " " + model.chat("ping " + call));
      System.out.flush();
    }
  }
}
