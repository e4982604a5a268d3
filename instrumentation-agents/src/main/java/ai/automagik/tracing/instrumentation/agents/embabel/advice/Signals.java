package ai.automagik.tracing.instrumentation.agents.embabel.advice;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tools and actions throw to tell the framework what to do next: to plan anew, to wait for
 * somebody, to end. None of it is an error. Stateless.
 */
final class Signals {
  static final String TYPE = "com.embabel.agent.api.tool.ToolControlFlowSignal";

  /** What becomes of an action that throws one, by the class; as the framework calls it. */
  static final Map<String, String> OUTCOMES =
      Map.of(
          "com.embabel.agent.api.tool.TerminateActionException", "terminated",
          "com.embabel.agent.api.tool.TerminateAgentException", "agent_terminated",
          "com.embabel.agent.core.ReplanRequestedException", "replan_requested",
          "com.embabel.agent.core.hitl.AwaitableResponseException", "waiting");

  private static final @Nullable Class<?> SIGNAL = find();

  private Signals() {}

  private static @Nullable Class<?> find() {
    try {
      return Class.forName(TYPE, false, Signals.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError otherVersion) {
      return null;
    }
  }

  /** What went wrong; null when nothing did. */
  static @Nullable Throwable failure(@Nullable Throwable thrown) {
    return SIGNAL != null && SIGNAL.isInstance(thrown) ? null : thrown;
  }

  /** What becomes of an action; null when what it threw tells nothing. */
  static @Nullable String outcome(@Nullable Throwable thrown) {
    return thrown == null ? null : OUTCOMES.get(thrown.getClass().getName());
  }
}
