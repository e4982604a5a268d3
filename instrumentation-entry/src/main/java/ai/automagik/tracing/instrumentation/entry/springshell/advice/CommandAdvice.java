package ai.automagik.tracing.instrumentation.entry.springshell.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.instrumentation.entry.InvokedCommand;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;
import org.springframework.shell.core.command.ParsedInput;

/** Around one command of Spring Shell, from 4.0 on. */
final class CommandAdvice {
  private CommandAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.Argument(0) CommandContext context) {
    return InvokedCommand.begin(() -> name(context.parsedInput()));
  }

  @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown @Nullable Throwable failure) {
    if (entered instanceof ActiveSpan span) {
      InvokedCommand.end(span, result instanceof ExitStatus status ? status.code() : null, failure);
    }
  }

  /** No command would be run if this were not the name of one. */
  private static String name(ParsedInput input) {
    return input.subCommands().isEmpty()
        ? input.commandName()
        : input.commandName() + " " + String.join(" ", input.subCommands());
  }
}
