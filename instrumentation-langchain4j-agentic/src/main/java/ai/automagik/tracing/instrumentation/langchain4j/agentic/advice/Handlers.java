package ai.automagik.tracing.instrumentation.langchain4j.agentic.advice;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the proxy of an agent. Goes by names, because no version has all of these
 * classes. Stateless.
 */
final class Handlers {
  private static final String AGENTIC = "dev.langchain4j.agentic.";

  private Handlers() {}

  /** Null for an agent that is an ordinary object. */
  static @Nullable InvocationHandler of(@Nullable Object agent) {
    return agent != null && Proxy.isProxyClass(agent.getClass())
        ? Proxy.getInvocationHandler(agent)
        : null;
  }

  static boolean isWorkflow(@Nullable InvocationHandler handler) {
    Class<?> type = handler == null ? null : handler.getClass();
    while (type != null) {
      String name = type.getName();
      if (name.equals(AGENTIC + "internal.PlannerBasedInvocationHandler")
          || name.equals(AGENTIC + "internal.AbstractAgentInvocationHandler")) {
        return true;
      }
      type = type.getSuperclass();
    }
    return false;
  }

  static boolean isRemote(@Nullable InvocationHandler handler) {
    return handler != null && handler.getClass().getName().startsWith(AGENTIC + "a2a.");
  }

  /** What kind of agent it is. */
  static String agentType(@Nullable Object agent, @Nullable InvocationHandler handler) {
    if (isRemote(handler)) {
      return "remote";
    } else if (handler != null) {
      String name = handler.getClass().getName();
      return name.equals(AGENTIC + "agent.AgentInvocationHandler")
              || name.startsWith("dev.langchain4j.service.")
          ? "ai"
          : "non_ai";
    }
    return agent != null && agent.getClass().getName().equals(AGENTIC + "workflow.HumanInTheLoop")
        ? "human_in_the_loop"
        : "non_ai";
  }

  /** Whether a method of the proxy is one of the library's own, and no agent's. */
  static boolean isHousekeeping(Method method) {
    String owner = method.getDeclaringClass().getName();
    return method.isDefault()
        || owner.equals("java.lang.Object")
        || (owner.startsWith("dev.langchain4j.") && !owner.equals(AGENTIC + "UntypedAgent"));
  }
}
