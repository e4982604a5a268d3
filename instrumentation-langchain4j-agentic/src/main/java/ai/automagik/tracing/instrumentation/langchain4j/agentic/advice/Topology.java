package ai.automagik.tracing.instrumentation.langchain4j.agentic.advice;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import org.jspecify.annotations.Nullable;

/** How the agents of a workflow follow each other, in the library's newest words. Stateless. */
final class Topology {
  static final String SEQUENCE = "sequence";
  static final String LOOP = "loop";
  static final String PARALLEL = "parallel";

  /** A choice. */
  static final String ROUTER = "router";

  /** A supervisor. */
  static final String STAR = "star";

  private static final String BUILDER = "AgentServiceImpl";

  private Topology() {}

  /** Null when the version at hand does not tell. */
  static @Nullable String of(InvocationHandler handler) {
    if (Versions.HAS_PLANNERS) {
      return Instances.topology(handler);
    }
    String builder = builder(handler);
    int end = builder.indexOf(BUILDER);
    if (end < 0) {
      return Versions.HAS_INSTANCES ? Instances.topology(handler) : null;
    }
    return switch (builder.substring(builder.lastIndexOf('.') + 1, end)) {
      case "Sequential" -> SEQUENCE;
      case "Loop" -> LOOP;
      case "Parallel" -> PARALLEL;
      case "Conditional" -> ROUTER;
      case "Supervisor" -> STAR;
      default -> null;
    };
  }

  /** What the library calls a workflow that has no other name. */
  static @Nullable String defaultName(@Nullable String topology) {
    if (topology == null) {
      return null;
    }
    return switch (topology) {
      case SEQUENCE -> "Sequential";
      case LOOP -> "Loop";
      case PARALLEL -> "Parallel";
      case ROUTER -> "Conditional";
      case STAR -> "Supervisor";
      default -> null;
    };
  }

  /**
   * The class that built the workflow: the handler is inside of it, or from 1.9 on points to it.
   */
  private static String builder(InvocationHandler handler) {
    String name = handler.getClass().getName();
    if (name.contains(BUILDER)) {
      return name;
    }
    try {
      Field service = handler.getClass().getDeclaredField("service");
      service.setAccessible(true);
      Object builder = service.get(handler);
      return builder == null ? name : builder.getClass().getName();
    } catch (ReflectiveOperationException | RuntimeException closed) {
      return name;
    }
  }
}
