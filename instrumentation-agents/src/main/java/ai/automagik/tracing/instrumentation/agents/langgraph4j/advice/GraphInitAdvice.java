package ai.automagik.tracing.instrumentation.agents.langgraph4j.advice;

import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After the compilation of a graph: its nodes have names from now on. */
final class GraphInitAdvice {
  private GraphInitAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(
      @Advice.This Object graph, @Advice.FieldValue("nodes") @Nullable Map<String, ?> nodes) {
    if (nodes != null) {
      Graphs.remember(graph, nodes);
    }
  }
}
