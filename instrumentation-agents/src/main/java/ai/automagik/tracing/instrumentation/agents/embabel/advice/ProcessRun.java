package ai.automagik.tracing.instrumentation.agents.embabel.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.core.trace.Values;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run of an agent's process: until it is done, or cannot go on, or waits. Stateless. */
final class ProcessRun {
  /** Of a process that does nothing any more, however often it is asked to run. */
  private static final Set<String> OVER = Set.of("completed", "terminated", "killed");

  private ProcessRun() {}

  /** Begins a run; null when it is part of one of the same process, or there is nothing to do. */
  static @Nullable ActiveSpan begin(Object process) {
    String status = Getter.PROCESS_STATUS.constant(process);
    if (status != null && OVER.contains(status)) {
      return null;
    }
    ActiveSpan span = Tracer.start(Operation.INVOKE_AGENT, process);
    if (span == null) {
      return null;
    }
    boolean begun = false;
    try {
      Object agent = Getter.PROCESS_AGENT.of(process);
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.AGENT_NAME, Getter.AGENT_NAME.text(agent));
      span.set(Attribute.AGENT_DESCRIPTION, Getter.AGENT_DESCRIPTION.text(agent));
      Object blackboard = blackboard(process);
      span.set(Attribute.INPUT_MESSAGES, asked(blackboard));
      if ("not_started".equals(status)) {
        span.set(Attribute.AGENT_ARGUMENTS, given(blackboard));
      }
      if (span.conversationId() == null) { // what runs within another process belongs to that
        String context = Getter.CONTEXT_ID.text(Getter.PROCESS_OPTIONS.of(process));
        span.conversation(context == null ? Getter.PROCESS_ID.text(process) : context);
      }
      begun = true;
    } finally {
      if (!begun) {
        Tracer.leave(span);
        span.end(null);
      }
    }
    return span;
  }

  /** Null for one of the application's own, which may do anything when it is asked. */
  private static @Nullable Object blackboard(Object process) {
    Object blackboard = Getter.PROCESS_BLACKBOARD.of(process);
    return blackboard != null && blackboard.getClass().getName().startsWith("com.embabel.")
        ? blackboard
        : null;
  }

  /** What the user said last, of all that the process was given. */
  private static Message.@Nullable Conversation asked(@Nullable Object blackboard) {
    if (Getter.OBJECTS.of(blackboard) instanceof List<?> given) {
      Object[] objects = given.toArray();
      for (int i = objects.length - 1; i >= 0; i--) {
        String said = Getter.USER_SAID.text(objects[i]);
        if (said != null) {
          return message(Message.USER, said);
        }
      }
    }
    return null;
  }

  private static @Nullable Values given(@Nullable Object blackboard) {
    return Getter.BINDINGS.of(blackboard) instanceof Map<?, ?> bindings && !bindings.isEmpty()
        ? Values.in(bindings)
        : null;
  }

  private static Message.Conversation message(String role, String text) {
    return new Message.Conversation(
        List.of(new Message(role, List.of(new Message.Text(text)), null)));
  }

  static void end(ActiveSpan span, Object process, @Nullable Throwable thrown) {
    Tracer.leave(span);
    try {
      span.set(Attribute.AGENT_GOAL, Getter.GOAL_NAME.text(Getter.PROCESS_GOAL.of(process)));
      if (thrown == null) {
        String status = Getter.PROCESS_STATUS.constant(process);
        span.set(Attribute.AGENT_OUTCOME, status);
        describe(span, process, status == null ? "" : status);
      }
    } finally {
      span.end(Signals.failure(thrown));
    }
  }

  private static void describe(ActiveSpan span, Object process, String status) {
    switch (status) {
      case "completed" -> {
        Object result = Getter.LAST_RESULT.of(blackboard(process));
        if (result instanceof String text) {
          span.set(Attribute.OUTPUT_MESSAGES, message(Message.ASSISTANT, text));
        } else {
          span.set(Attribute.AGENT_OUTPUT, Values.attribute(result));
        }
      }
      case "failed" -> span.set(Attribute.ERROR_TYPE, status);
      case "stuck" -> {
        // Planners without goals say so whenever nothing is left to do.
        Object planner = Getter.PLANNER.of(Getter.PROCESS_OPTIONS.of(process));
        boolean failed = Boolean.TRUE.equals(Getter.PLANNER_NEEDS_GOALS.of(planner));
        span.set(Attribute.ERROR_TYPE, failed ? status : null);
      }
      case "terminated" -> {
        Object termination = Getter.PROCESS_FAILURE.of(process);
        boolean failed = Boolean.TRUE.equals(Getter.TERMINATION_IS_ERROR.of(termination));
        span.set(Attribute.ERROR_TYPE, failed ? status : null);
        span.set(
            Attribute.STATUS_MESSAGE, failed ? Getter.TERMINATION_REASON.text(termination) : null);
      }
      default -> {
        // Killed, which is not its fault, or it is not over.
      }
    }
  }
}
