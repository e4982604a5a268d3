package ai.automagik.tracing.instrumentation.agents.langgraph4j.advice;

import ai.automagik.tracing.core.trace.Values;
import java.util.Map;
import org.bsc.langgraph4j.GraphArgs;
import org.bsc.langgraph4j.GraphResume;
import org.bsc.langgraph4j.action.InterruptionMetadata;
import org.jspecify.annotations.Nullable;

/** With what runs begin, and where they end too early. Stateless. */
final class Ends {
  private Ends() {}

  /** A map up to 1.5, then what is made of one. */
  static @Nullable Values input(@Nullable Object input) {
    if (input instanceof Map<?, ?> map) {
      return Values.in(map);
    }
    try {
      return Newer.input(input);
    } catch (LinkageError olderVersion) {
      return null;
    }
  }

  /** The node before or after which a run stops until it is resumed; null where it does not. */
  static @Nullable String interruptedAt(@Nullable Object result) {
    if (result instanceof String node) { // as in 1.5
      return node;
    }
    try {
      return Newer.interruptedAt(result);
    } catch (LinkageError olderVersion) {
      return null;
    }
  }

  /** From 1.6 on. Apart from its callers, because older versions lack it. */
  private static final class Newer {
    static @Nullable Values input(@Nullable Object input) {
      return input instanceof GraphArgs arguments
          ? Values.in(arguments.value())
          : input instanceof GraphResume resume ? Values.in(resume.value()) : null;
    }

    static @Nullable String interruptedAt(@Nullable Object result) {
      return result instanceof InterruptionMetadata<?> interruption ? interruption.nodeId() : null;
    }
  }
}
