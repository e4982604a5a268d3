package ai.automagik.tracing.instrumentation.entry.picocli.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.instrumentation.entry.InvokedCommand;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Around one command of picocli; what it throws comes wrapped. */
final class CommandAdvice {
  private CommandAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.Argument(0) CommandLine command) {
    return InvokedCommand.begin(() -> command.getCommandSpec().qualifiedName(" "));
  }

  @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Argument(0) CommandLine command,
      @Advice.Thrown @Nullable Throwable failure) {
    if (entered instanceof ActiveSpan span) {
      Object result = command.getExecutionResult();
      InvokedCommand.end(
          span, result instanceof Integer exitCode ? exitCode : null, thrown(failure));
    }
  }

  private static @Nullable Throwable thrown(@Nullable Throwable failure) {
    Throwable cause = failure instanceof CommandLine.ExecutionException ? failure.getCause() : null;
    return cause == null ? failure : cause;
  }
}
