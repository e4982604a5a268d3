package ai.automagik.tracing.instrumentation.langchain4j.agentic.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import dev.langchain4j.agentic.internal.AgentInvoker;
import dev.langchain4j.agentic.scope.AgenticScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of a workflow while it goes on: what its agents did so far. Thread-safe, because agents
 * may run at the same time. Holds objects of the library as long as the call lasts.
 */
final class WorkflowRun {
  private static final int MAX_NOTES = 100;

  private final ActiveSpan span;
  private final boolean own;
  private final boolean loop;
  private final boolean router;
  private final Map<String, Integer> attempts = new HashMap<>();
  private final List<String> branches = new ArrayList<>();
  private final List<String> recoveries = new ArrayList<>();
  private @Nullable AgentInvoker first;
  private @Nullable AgenticScope scope;
  private long iteration;

  /**
   * @param own whether the span began with this call, and ends with it
   */
  WorkflowRun(ActiveSpan span, boolean own, @Nullable String topology) {
    this.span = span;
    this.own = own;
    this.loop = Topology.LOOP.equals(topology);
    this.router = Topology.ROUTER.equals(topology);
  }

  ActiveSpan span() {
    return span;
  }

  boolean own() {
    return own;
  }

  /** The outermost workflow makes the scope; its state is that of all. */
  synchronized void startedIn(AgenticScope newScope) {
    scope = newScope;
  }

  /** An agent is called. Its first call in a loop begins a round, unless it is a second attempt. */
  synchronized void calls(AgentInvoker invoker, String name, ActiveSpan agent) {
    Integer attempt = attempts.get(invoker.name());
    agent.set(Attribute.AGENT_ATTEMPT, attempt);
    if (loop) {
      if (first == null) {
        first = invoker;
      }
      if (first == invoker && attempt == null) {
        iteration++;
      }
      agent.set(Attribute.AGENT_ITERATION, (Object) iteration);
    }
    if (router && attempt == null && branches.size() < MAX_NOTES) {
      branches.add(name);
    }
  }

  /** An agent has come to its end without a failure. */
  synchronized void succeeded(AgentInvoker invoker) {
    attempts.remove(invoker.name());
  }

  /** The application has decided about the failure of an agent. */
  synchronized void recovered(String agentName, boolean again) {
    if (again) {
      Integer attempt = attempts.get(agentName);
      attempts.put(agentName, attempt == null ? 2 : attempt + 1);
    } else {
      attempts.remove(agentName);
    }
    if (recoveries.size() < MAX_NOTES) {
      recoveries.add(agentName + (again ? ": called again" : ": result replaced"));
    }
  }

  /** Sets what is known of the whole when the workflow is over. */
  synchronized void describeEnd() {
    span.set(Attribute.WORKFLOW_ITERATIONS, loop ? (Object) iteration : null);
    span.set(Attribute.WORKFLOW_BRANCHES, branches.isEmpty() ? null : List.copyOf(branches));
    span.set(Attribute.WORKFLOW_RECOVERIES, recoveries.isEmpty() ? null : List.copyOf(recoveries));
    if (scope != null) {
      span.set(Attribute.WORKFLOW_STATE, SharedState.of(scope.state()));
    }
  }
}
