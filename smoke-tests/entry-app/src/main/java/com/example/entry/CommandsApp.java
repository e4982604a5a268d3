package com.example.entry;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A command line of picocli, whose words are as private as its options. */
@Command(name = "tour", subcommands = CommandsApp.Cities.class)
final class CommandsApp {
  private static Model model;

  private CommandsApp() {}

  public static void main(String[] arguments) {
    CommandLine commands = new CommandLine(new CommandsApp());
    commands.setExecutionExceptionHandler(
        (failure, command, result) -> {
          System.out.println("failed: " + failure.getMessage());
          return 3;
        });
    System.out.println(commands.execute("city", "hello"));
    model = new Model(arguments[0]);
    System.out.println(commands.execute("city", "hello"));
    System.out.println(commands.execute("city", "ask", "secret"));
    System.out.println(commands.execute("city", "fail", "secret"));
  }

  /** What there is to know of cities. */
  @Command(
      name = "city",
      subcommands = {Hello.class, Ask.class, Fail.class})
  static final class Cities {}

  /** Needs no model. */
  @Command(name = "hello")
  static final class Hello implements Runnable {
    @Override
    public void run() {
      System.out.println("hello");
    }
  }

  /** Needs a model. */
  @Command(name = "ask")
  static final class Ask implements Callable<Integer> {
    @Parameters private String question;

    @Override
    public Integer call() throws Exception {
      System.out.println(model.ask(question.length() + " letters"));
      return 4;
    }
  }

  /** Needs a model, and fails. */
  @Command(name = "fail")
  static final class Fail implements Callable<Integer> {
    @Parameters private String question;

    @Override
    public Integer call() throws Exception {
      throw new IllegalStateException(model.ask(question.length() + " letters"));
    }
  }
}
