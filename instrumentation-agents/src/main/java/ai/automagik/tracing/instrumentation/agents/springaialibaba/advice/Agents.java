package ai.automagik.tracing.instrumentation.agents.springaialibaba.advice;

import ai.automagik.tracing.core.trace.WeakMap;
import com.alibaba.cloud.ai.graph.agent.Agent;
import com.alibaba.cloud.ai.graph.agent.flow.agent.FlowAgent;
import com.alibaba.cloud.ai.graph.agent.flow.agent.LlmRoutingAgent;
import com.alibaba.cloud.ai.graph.agent.flow.agent.LoopAgent;
import com.alibaba.cloud.ai.graph.agent.flow.agent.ParallelAgent;
import com.alibaba.cloud.ai.graph.agent.flow.agent.SequentialAgent;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** Which graphs are agents. Thread-safe. */
final class Agents {
  /** Held weakly: agents know their graph, which could never be forgotten. */
  private static final WeakMap<WeakReference<Agent>> AGENTS = new WeakMap<>();

  private Agents() {}

  static void remember(Object graph, Agent agent) {
    AGENTS.put(graph, new WeakReference<>(agent));
  }

  /** The agent that a graph is; null when it is a graph of the application's own. */
  static @Nullable Agent of(Object graph) {
    WeakReference<Agent> weakly = AGENTS.get(graph);
    return weakly == null ? null : weakly.get();
  }

  /** How an agent has others work; null when it works itself. */
  static @Nullable String topology(Agent agent) {
    if (agent instanceof SequentialAgent) {
      return "sequence";
    } else if (agent instanceof LoopAgent) {
      return "loop";
    } else if (agent instanceof ParallelAgent) {
      return "parallel";
    }
    return agent instanceof LlmRoutingAgent ? "router" : agent instanceof FlowAgent ? "star" : null;
  }
}
