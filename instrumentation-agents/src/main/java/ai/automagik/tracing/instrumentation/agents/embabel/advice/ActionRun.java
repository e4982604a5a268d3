package ai.automagik.tracing.instrumentation.agents.embabel.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import org.jspecify.annotations.Nullable;
import org.springframework.retry.RetryContext;
import org.springframework.retry.support.RetrySynchronizationManager;

/** One attempt at an action. Stateless. */
final class ActionRun {
  private ActionRun() {}

  /** Begins an attempt; null when it is part of one, as what {@code super} does. */
  static @Nullable ActiveSpan begin(Object action) {
    ActiveSpan span = Tracer.start(Operation.INVOKE_AGENT, action);
    if (span == null) {
      return null;
    }
    boolean begun = false;
    try {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      String name = Getter.ACTION_NAME.text(action);
      String description = Getter.ACTION_DESCRIPTION.text(action);
      span.set(Attribute.AGENT_NAME, name);
      span.set(Attribute.AGENT_TYPE, "action");
      // The name stands for one that nobody wrote.
      span.set(
          Attribute.AGENT_DESCRIPTION,
          description != null && description.equals(name) ? null : description);
      span.set(Attribute.AGENT_ATTEMPT, attempt(span.parent()));
      begun = true;
    } finally {
      if (!begun) {
        Tracer.leave(span);
        span.end(null);
      }
    }
    return span;
  }

  /** Null for the first one, and for actions that no process has planned. */
  private static @Nullable Integer attempt(@Nullable ActiveSpan process) {
    if (process == null
        || process.operation() != Operation.INVOKE_AGENT
        || process.has(Attribute.AGENT_TYPE)) {
      return null;
    }
    try {
      int failures = Retries.count();
      return failures == 0 ? null : Integer.valueOf(failures + 1);
    } catch (LinkageError otherVersion) {
      return null;
    }
  }

  static void end(ActiveSpan span, @Nullable Object status, @Nullable Throwable thrown) {
    Tracer.leave(span);
    try {
      String outcome =
          thrown == null ? Getter.ACTION_STATUS.constant(status) : Signals.outcome(thrown);
      span.set(Attribute.AGENT_OUTCOME, outcome);
      span.set(Attribute.ERROR_TYPE, "failed".equals(outcome) ? outcome : null);
    } finally {
      span.end(Signals.failure(thrown));
    }
  }

  /** Apart from its callers, because a version may repeat actions in another way. */
  private static final class Retries {
    /** How often the action has failed that this thread is about to try. */
    static int count() {
      RetryContext context = RetrySynchronizationManager.getContext();
      return context == null ? 0 : context.getRetryCount();
    }
  }
}
