package com.example.travel;

/** Makes one call and waits for its answer. */
public final class HangApp {

  private HangApp() {}

  public static void main(String[] arguments) {
    System.out.println("calling");
    System.out.flush();
    System.out.println(Models.chat(arguments[0]).chat("Are you there?"));
  }
}
