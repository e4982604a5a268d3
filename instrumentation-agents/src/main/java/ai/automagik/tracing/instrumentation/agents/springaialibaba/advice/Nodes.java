package ai.automagik.tracing.instrumentation.agents.springaialibaba.advice;

import ai.automagik.tracing.core.trace.WeakMap;
import com.alibaba.cloud.ai.graph.GraphRunnerContext;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Which nodes are at work, by the contexts of their runs. Thread-safe. */
final class Nodes {
  private static final WeakMap<GraphRun> RUNS = new WeakMap<>();

  private Nodes() {}

  static void told(GraphRunnerContext context, String news, @Nullable Exception error) {
    if (news.equals("__NODE_BEFORE__")) {
      begin(context);
    } else if (news.equals("__NODE_AFTER__") || news.equals("__ERROR__")) {
      GraphRun run = RUNS.get(context);
      if (run != null) {
        run.leave(thrown(error));
      }
    }
  }

  private static void begin(GraphRunnerContext context) {
    GraphRun run = GraphRun.withNodes();
    String name = context.getCurrentNodeId();
    if (run != null && name != null && run.enter(name, context) != null) {
      RUNS.put(context, run);
    }
  }

  /** The node of a run that is at work; null when there is none that has a span. */
  static @Nullable NodeRun atWork(GraphRunnerContext context) {
    GraphRun run = RUNS.get(context);
    NodeRun node = run == null ? null : run.node();
    return node == null || node.span().ended() ? null : node;
  }

  /** What went wrong, out of the exception that the framework puts it into. */
  private static @Nullable Throwable thrown(@Nullable Exception error) {
    Throwable thrown = error;
    while (thrown != null
        && thrown.getCause() != null
        && (thrown.getClass() == Exception.class || thrown instanceof CompletionException)) {
      thrown = thrown.getCause();
    }
    return thrown;
  }
}
