package ai.automagik.tracing.instrumentation.langchain4j.agentic.advice;

import dev.langchain4j.agentic.planner.AgentInstance;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What agents and workflows say of themselves from 1.10 on. Apart from its callers, because older
 * versions lack the type.
 */
final class Instances {
  private Instances() {}

  /** A supervisor says of itself that it is a sequence. */
  static String topology(InvocationHandler handler) {
    AgentInstance instance = (AgentInstance) handler;
    return "SupervisorPlanner".equals(planner(instance))
        ? Topology.STAR
        : instance.topology().name().toLowerCase(Locale.ROOT);
  }

  static Workflow workflow(InvocationHandler handler, Method method) {
    AgentInstance instance = (AgentInstance) handler;
    String topology = Topology.of(handler);
    String name = instance.name();
    return new Workflow(
        Workflow.name(name == null ? method.getName() : name, method, topology),
        Workflow.said(instance.description()),
        instance.agentId(),
        Workflow.said(instance.outputKey()),
        topology,
        planner(instance));
  }

  private static @Nullable String planner(AgentInstance instance) {
    Class<?> planner = Versions.HAS_PLANNERS ? instance.plannerType() : null;
    return planner == null ? null : planner.getSimpleName();
  }
}
