package com.example.programs;

/** Prints the names of all threads, those that hold the JVM open with a star. */
public final class Threads {

  private Threads() {}

  /** With an argument, after a call of a model. */
  public static void main(String[] arguments) {
    if (arguments.length > 0) {
      new EchoModel().chat(arguments[0]);
    }
    Thread.getAllStackTraces().keySet().stream()
        .map(thread -> thread.getName() + (thread.isDaemon() ? "" : " *"))
        .sorted()
        .forEach(System.out::println);
  }
}
