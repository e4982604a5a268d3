package ai.automagik.tracing.instrumentation.langchain4j.agentic.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import dev.langchain4j.agentic.Agent;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a workflow. From 1.10 on it says so itself; before, its class and its method
 * tell.
 *
 * @param planner the class that decides which agent is next; known from 1.11 on
 */
record Workflow(
    String name,
    @Nullable String description,
    @Nullable String id,
    @Nullable String outputKey,
    @Nullable String topology,
    @Nullable String planner) {
  /** How spans of this module say where they are from. */
  static final String FRAMEWORK = "langchain4j";

  private static final String LIBRARY = "dev.langchain4j.agentic.";

  static Workflow of(InvocationHandler handler, Method method) {
    if (Versions.HAS_INSTANCES) {
      return Instances.workflow(handler, method);
    }
    String topology = Topology.of(handler);
    return new Workflow(
        name(annotatedName(method), method, topology),
        annotatedDescription(method),
        null,
        null,
        topology,
        null);
  }

  /**
   * The name of a workflow. What the library itself names after its own interfaces, with a number
   * that is new each time from 1.4 to 1.8, says less than its kind.
   */
  static String name(String given, Method method, @Nullable String topology) {
    Class<?> type = method.getDeclaringClass();
    boolean meaningless =
        type.getName().startsWith(LIBRARY)
            && (given.equals(method.getName()) || given.startsWith(type.getSimpleName() + "#"));
    String kind = meaningless ? Topology.defaultName(topology) : null;
    return kind == null ? given : kind;
  }

  /** The name that the method of an agent gives it, which is its own if it says nothing else. */
  static String annotatedName(Method method) {
    Agent agent = method.getAnnotation(Agent.class);
    return agent == null || agent.name().isEmpty() ? method.getName() : agent.name();
  }

  static @Nullable String annotatedDescription(Method method) {
    Agent agent = method.getAnnotation(Agent.class);
    return agent == null
        ? null
        : said(agent.description().isEmpty() ? agent.value() : agent.description());
  }

  /** Text that says something, or null. */
  static @Nullable String said(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /** Adds what the span does not know from where the workflow was called. */
  void describe(ActiveSpan span) {
    span.set(Attribute.AGENT_ID, id);
    span.set(Attribute.WORKFLOW_TOPOLOGY, topology);
    span.set(Attribute.WORKFLOW_PLANNER, planner);
    if (!span.has(Attribute.AGENT_DESCRIPTION)) {
      span.set(Attribute.AGENT_DESCRIPTION, description);
    }
    if (!span.has(Attribute.AGENT_OUTPUT_KEY)) {
      span.set(Attribute.AGENT_OUTPUT_KEY, outputKey);
    }
  }
}
