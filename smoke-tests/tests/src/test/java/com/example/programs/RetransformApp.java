package com.example.programs;

import dev.langchain4j.model.chat.ChatModel;

/** Calls a model before and after another agent has transformed it again. */
public final class RetransformApp {

  private RetransformApp() {}

  public static void main(String[] arguments) throws Exception {
    EchoModel model = new EchoModel();
    System.out.println(model.chat("before"));
    OtherAgent.retransform(ChatModel.class);
    System.out.println(model.chat("after"));
    System.out.println("transformed " + OtherAgent.seen() + " times");
  }
}
