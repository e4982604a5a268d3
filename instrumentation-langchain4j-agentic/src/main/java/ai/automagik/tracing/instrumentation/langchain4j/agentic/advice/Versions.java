package ai.automagik.tracing.instrumentation.langchain4j.agentic.advice;

import dev.langchain4j.agentic.internal.AgentInvoker;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** What the library at hand has that not every version has. Immutable. */
final class Versions {
  /** From 1.5 on: agents that nobody waits for. */
  static final boolean HAS_ASYNC = find("async") != null;

  /** From 1.10 on: agents and workflows that say what they are. */
  static final boolean HAS_INSTANCES = find("topology") != null;

  /** From 1.11 on: workflows that say which class plans them. */
  static final boolean HAS_PLANNERS = find("plannerType") != null;

  private static final @Nullable Method OUTPUT_KEY =
      find("outputKey") != null ? find("outputKey") : find("outputName");

  private Versions() {}

  /** Where the output of an agent is kept; null when it is not. It was renamed in 1.8. */
  static @Nullable String outputKey(AgentInvoker invoker) {
    if (OUTPUT_KEY == null) {
      return null;
    }
    try {
      return OUTPUT_KEY.invoke(invoker) instanceof String key ? Workflow.said(key) : null;
    } catch (IllegalAccessException | InvocationTargetException unknown) {
      return null;
    }
  }

  private static @Nullable Method find(String name) {
    try {
      return AgentInvoker.class.getMethod(name);
    } catch (NoSuchMethodException otherVersion) {
      return null;
    }
  }
}
