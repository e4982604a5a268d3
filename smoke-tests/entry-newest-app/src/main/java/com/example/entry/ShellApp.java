package com.example.entry;

import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandExecutor;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.ExitStatus;
import org.springframework.shell.core.command.ParsedInput;

/** Commands of Spring Shell. */
final class ShellApp {
  private ShellApp() {}

  public static void main(String[] arguments) throws Exception {
    URI model = URI.create(arguments[0] + "/chat/completions");
    CommandRegistry commands =
        new CommandRegistry(Set.of(new Ask(HttpClient.newHttpClient(), model), new Hello()));
    CommandExecutor executor = new CommandExecutor(commands);
    for (String last : List.of("hello", "ask")) {
      ParsedInput input = new ParsedInput("city", List.of(last), List.of(), List.of());
      PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
      ExitStatus status = executor.execute(new CommandContext(input, commands, out, null));
      System.out.println(status.code());
    }
  }

  /** Needs no model. */
  record Hello() implements Command {
    @Override
    public String getName() {
      return "city hello";
    }

    @Override
    public ExitStatus execute(CommandContext context) {
      context.outputWriter().println("hello");
      return ExitStatus.OK;
    }
  }

  /** Needs a model. */
  record Ask(HttpClient client, URI model) implements Command {
    @Override
    public String getName() {
      return "city ask";
    }

    @Override
    public ExitStatus execute(CommandContext context) throws Exception {
      String question =
          "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"ask\"}]}";
      HttpRequest request =
          HttpRequest.newBuilder(model)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(question))
              .build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      context.outputWriter().println(answer.statusCode());
      return new ExitStatus(4, "asked");
    }
  }
}
