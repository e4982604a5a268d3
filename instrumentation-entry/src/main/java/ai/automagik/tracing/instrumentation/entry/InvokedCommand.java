package ai.automagik.tracing.instrumentation.entry;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One command of a command line, with a span that is recorded only if another begins beneath. Only
 * its name is kept, never what it was given.
 */
public final class InvokedCommand {
  private InvokedCommand() {}

  /**
   * Begins the span of a command and makes it current.
   *
   * @param name with the names of those that it is part of
   * @return null when this thread is in the middle of a command already
   */
  public static @Nullable ActiveSpan begin(Supplier<@Nullable String> name) {
    return Tracer.enter(
        Operation.RUN_COMMAND, null, span -> span.set(Attribute.COMMAND_NAME, name.get()));
  }

  /**
   * The command is over.
   *
   * @param exitCode null where it has none
   */
  public static void end(ActiveSpan span, @Nullable Integer exitCode, @Nullable Throwable failure) {
    Tracer.leave(span);
    span.set(Attribute.PROCESS_EXIT_CODE, exitCode);
    span.end(failure);
  }
}
