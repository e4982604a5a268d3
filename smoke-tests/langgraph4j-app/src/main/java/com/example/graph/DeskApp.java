package com.example.graph;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bsc.async.AsyncGenerator;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.NodeOutput;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.state.AgentState;

/** Runs graphs of LangGraph4j. */
public final class DeskApp {
  private static final ReferenceQueue<Object> QUEUE = new ReferenceQueue<>();

  private DeskApp() {}

  public static void main(String[] arguments) throws Exception {
    RunnableConfig thread = RunnableConfig.builder().threadId("thread-1").build();
    print(Graphs.story().invoke(Map.of("text", "Once"), thread));
    print(Graphs.edition().invoke(Map.of("text", "Harbour")));
    print(Graphs.fork().invoke(Map.of()));
    try {
      print(Graphs.broken().invoke(Map.of()));
    } catch (RuntimeException e) {
      System.out.println("broken");
    }

    CompiledGraph<AgentState> approval = Graphs.approval();
    print(approval.invoke(Map.of(), thread));
    print(resumed(approval, thread));

    for (NodeOutput<AgentState> step : Graphs.story().stream(Map.of("text", "Twice"))) {
      System.out.println(step.node());
    }
    AsyncGenerator<NodeOutput<AgentState>> unused = Graphs.story().stream(Map.of());
    System.out.println("prepared");
    awaitCollected(forgotten());
    cancelled();
  }

  /** Goes on where the graph was interrupted: up to 1.5 with no input, then with one of its own. */
  private static Optional<AgentState> resumed(
      CompiledGraph<AgentState> graph, RunnableConfig thread) throws ReflectiveOperationException {
    Class<?> input;
    try {
      input = Class.forName("org.bsc.langgraph4j.GraphInput");
    } catch (ClassNotFoundException olderVersion) {
      return graph.invoke((Map<String, Object>) null, thread);
    }
    Object state =
        CompiledGraph.class
            .getMethod("invoke", input, RunnableConfig.class)
            .invoke(graph, input.getMethod("resume").invoke(null), thread);
    return ((Optional<?>) state).map(AgentState.class::cast);
  }

  private static void print(Optional<AgentState> state) {
    System.out.println(state.map(end -> new TreeMap<>(end.data()).toString()).orElse("nothing"));
  }

  private static WeakReference<Object> forgotten() throws Exception {
    AsyncGenerator<NodeOutput<AgentState>> steps = Graphs.edition().stream(Map.of("text", "Lost"));
    Iterator<NodeOutput<AgentState>> iterator = steps.iterator();
    printSteps(iterator, 3);
    return new WeakReference<>(steps, QUEUE);
  }

  /** From 1.7 on a run can be cancelled. */
  private static void cancelled() throws Exception {
    AsyncGenerator<NodeOutput<AgentState>> steps = Graphs.edition().stream(Map.of("text", "Stop"));
    Iterator<NodeOutput<AgentState>> iterator = steps.iterator();
    printSteps(iterator, 3);
    try {
      System.out.println(steps.getClass().getMethod("cancel", boolean.class).invoke(steps, false));
    } catch (NoSuchMethodException olderVersion) {
      printSteps(iterator, Integer.MAX_VALUE);
    }
  }

  private static void printSteps(Iterator<NodeOutput<AgentState>> steps, int count) {
    for (int i = 0; i < count && steps.hasNext(); i++) {
      System.out.println(steps.next().node());
    }
  }

  private static void awaitCollected(WeakReference<Object> object) throws InterruptedException {
    Reference<?> found = null;
    while (found != object) {
      System.gc();
      found = QUEUE.remove(100);
    }
  }
}
