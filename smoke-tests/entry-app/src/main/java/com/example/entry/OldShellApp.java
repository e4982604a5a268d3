package com.example.entry;

import java.io.IOException;
import java.util.List;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.shell.command.CommandCatalog;
import org.springframework.shell.command.CommandExecution;
import org.springframework.shell.command.CommandRegistration;

/** Commands of Spring Shell, before its classes had other names. */
final class OldShellApp {
  private OldShellApp() {}

  public static void main(String[] arguments) {
    Model model = new Model(arguments[0]);
    CommandCatalog catalog = CommandCatalog.of();
    catalog.register(command("city hello", () -> "hello"), command("city ask", () -> asked(model)));
    CommandExecution execution =
        CommandExecution.of(
            List.of(), null, null, DefaultConversionService.getSharedInstance(), catalog);
    System.out.println(execution.evaluate(new String[] {"city", "hello"}));
    System.out.println(execution.evaluate(new String[] {"city", "ask", "--about", "secret"}));
  }

  private static String asked(Model model) {
    try {
      return model.ask("ask");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Answer {
    String words();
  }

  private static CommandRegistration command(String name, Answer answer) {
    return CommandRegistration.builder()
        .command(name)
        .withOption()
        .longNames("about")
        .and()
        .withTarget()
        .function(context -> answer.words())
        .and()
        .build();
  }
}
