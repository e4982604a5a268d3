package ai.automagik.tracing.instrumentation.langchain4j.agentic.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** How the spans of agents and workflows end. Stateless. */
final class Ends {
  private static final String WRAPPER = "dev.langchain4j.agentic.agent.AgentInvocationException";

  private Ends() {}

  /** Ends the span of a call that has returned, or lets it wait for the streams in it. */
  static void end(ActiveSpan span, @Nullable Throwable error) {
    if (error != null || !span.waitForStreams()) {
      span.end(reason(error));
    }
  }

  /**
   * What the agent itself has thrown. The library calls it through reflection and proxies, which
   * wrap it several times over, and other threads once more.
   */
  private static @Nullable Throwable reason(@Nullable Throwable error) {
    Throwable reason = error;
    while (reason != null && isWrapper(reason)) {
      Throwable cause = reason.getCause();
      if (cause == null) {
        break;
      }
      reason = cause;
    }
    return reason;
  }

  private static boolean isWrapper(Throwable error) {
    Class<?> type = error.getClass();
    return type.getName().equals(WRAPPER)
        || type == InvocationTargetException.class
        || type == UndeclaredThrowableException.class
        || type == ExecutionException.class
        || type == CompletionException.class
        || (type == RuntimeException.class && error.getCause() instanceof ExecutionException);
  }
}
