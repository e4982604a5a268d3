package ai.automagik.tracing.instrumentation.agents.langgraph4j.advice;

import ai.automagik.tracing.core.trace.WeakMap;
import java.lang.ref.WeakReference;
import java.util.Map;
import org.bsc.langgraph4j.CompiledGraph;
import org.jspecify.annotations.Nullable;

/** What graphs and their nodes are called. Thread-safe. */
final class Graphs {
  /** Held weakly: nodes may know their graph, which could never be forgotten. */
  private static final WeakMap<WeakReference<Map<String, ?>>> NODES = new WeakMap<>();

  private Graphs() {}

  static void remember(Object graph, Map<String, ?> nodes) {
    NODES.put(graph, new WeakReference<>(nodes));
  }

  /** The name of the node that an action is; null when it is none of the graph's. */
  static @Nullable String node(CompiledGraph<?> graph, Object action) {
    WeakReference<Map<String, ?>> weakly = NODES.get(graph);
    Map<String, ?> nodes = weakly == null ? null : weakly.get();
    if (nodes != null) {
      for (Map.Entry<String, ?> node : nodes.entrySet()) {
        if (node.getValue() == action) {
          return node.getKey();
        }
      }
    }
    return null;
  }

  /** The name of a graph; null when it has none, as before 1.8. */
  static @Nullable String name(CompiledGraph<?> graph) {
    try {
      return Newer.name(graph);
    } catch (LinkageError olderVersion) {
      return null;
    }
  }

  /** From 1.7 on. Apart from its caller, because older versions lack it. */
  private static final class Newer {
    static @Nullable String name(CompiledGraph<?> graph) {
      return graph.compileConfig.graphId().orElse(null);
    }
  }
}
