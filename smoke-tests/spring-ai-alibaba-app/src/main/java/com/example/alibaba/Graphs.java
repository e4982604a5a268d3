package com.example.alibaba;

import static com.alibaba.cloud.ai.graph.action.AsyncNodeAction.node_async;

import com.alibaba.cloud.ai.graph.CompileConfig;
import com.alibaba.cloud.ai.graph.CompiledGraph;
import com.alibaba.cloud.ai.graph.KeyStrategyFactory;
import com.alibaba.cloud.ai.graph.KeyStrategyFactoryBuilder;
import com.alibaba.cloud.ai.graph.OverAllState;
import com.alibaba.cloud.ai.graph.StateGraph;
import com.alibaba.cloud.ai.graph.action.AsyncEdgeAction;
import com.alibaba.cloud.ai.graph.action.AsyncNodeAction;
import com.alibaba.cloud.ai.graph.checkpoint.config.SaverConfig;
import com.alibaba.cloud.ai.graph.checkpoint.savers.MemorySaver;
import com.alibaba.cloud.ai.graph.exception.GraphStateException;
import com.alibaba.cloud.ai.graph.state.strategy.ReplaceStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.prompt.Prompt;

/** The graphs of the program. */
final class Graphs {
  private static final KeyStrategyFactory REPLACING =
      new KeyStrategyFactoryBuilder().defaultStrategy(new ReplaceStrategy()).build();

  private final ChatModel model;

  /** Keeps what is never done from being collected. */
  private final List<CompletableFuture<Map<String, Object>>> open = new ArrayList<>();

  Graphs(ChatModel model) {
    this.model = model;
  }

  /** Writes until it is long enough. */
  CompiledGraph story() throws GraphStateException {
    StateGraph graph = new StateGraph("story", REPLACING);
    graph.addNode("write", node_async(state -> Map.of("text", text(state) + "!")));
    graph.addNode("count", node_async(state -> Map.of("length", text(state).length())));
    graph.addEdge(StateGraph.START, "write");
    graph.addEdge("write", "count");
    graph.addConditionalEdges(
        "count",
        AsyncEdgeAction.edge_async(state -> text(state).endsWith("!!") ? "done" : "again"),
        Map.of("done", StateGraph.END, "again", "write"));
    return graph.compile();
  }

  /** Has another graph do a part, a thread of its own another, and streams the rest. */
  CompiledGraph edition() throws GraphStateException {
    StateGraph graph = new StateGraph("edition", REPLACING);
    graph.addNode("article", story());
    graph.addNode("headline", later(() -> Map.of("headline", String.valueOf(said("News?")))));
    graph.addNode(
        "digest", node_async(state -> Map.of("digest", model.stream(new Prompt("In brief?")))));
    graph.addEdge(StateGraph.START, "article");
    graph.addEdge("article", "headline");
    graph.addEdge("headline", "digest");
    graph.addEdge("digest", StateGraph.END);
    return graph.compile();
  }

  private String said(String question) {
    return model.call(question);
  }

  private static AsyncNodeAction later(Supplier<Map<String, Object>> work) {
    return state -> CompletableFuture.supplyAsync(work);
  }

  /** Does two things side by side. */
  CompiledGraph fork() throws GraphStateException {
    StateGraph graph = new StateGraph("fork", REPLACING);
    graph.addNode("begin", node_async(state -> Map.of("begun", true)));
    graph.addNode("left", node_async(state -> Map.of("left", 1)));
    graph.addNode("right", node_async(state -> Map.of("right", 2)));
    graph.addNode("join", node_async(state -> Map.of("joined", true)));
    graph.addEdge(StateGraph.START, "begin");
    graph.addEdge("begin", "left");
    graph.addEdge("begin", "right");
    graph.addEdge("left", "join");
    graph.addEdge("right", "join");
    graph.addEdge("join", StateGraph.END);
    return graph.compile();
  }

  /** Fail at once, later, and in the midst of a stream. */
  List<CompiledGraph> broken() throws GraphStateException {
    return List.of(
        single("once", node_async(state -> Map.of("never", thrown()))),
        single("later", later(() -> Map.of("never", thrown()))),
        single(
            "stream",
            node_async(state -> Map.of("never", model.stream(new Prompt("Please fail"))))));
  }

  private static String thrown() {
    throw new IllegalArgumentException("no such thing");
  }

  /** Waits for a word of somebody's. */
  CompiledGraph approval() throws GraphStateException {
    StateGraph graph = new StateGraph("approval", REPLACING);
    graph.addNode("draft", node_async(state -> Map.of("text", "Draft")));
    graph.addNode("publish", node_async(state -> Map.of("published", true)));
    graph.addEdge(StateGraph.START, "draft");
    graph.addEdge("draft", "publish");
    graph.addEdge("publish", StateGraph.END);
    return graph.compile(
        CompileConfig.builder()
            .saverConfig(SaverConfig.builder().register(new MemorySaver()).build())
            .interruptBefore("publish")
            .build());
  }

  /**
   * Never comes to its end.
   *
   * @param forgetting whether nobody knows what it waits for
   */
  CompiledGraph endless(boolean forgetting) throws GraphStateException {
    return single(
        "wait",
        state -> {
          CompletableFuture<Map<String, Object>> never = new CompletableFuture<>();
          if (!forgetting) {
            open.add(never);
          }
          return never;
        });
  }

  private static CompiledGraph single(String name, AsyncNodeAction action)
      throws GraphStateException {
    StateGraph graph = new StateGraph(name, REPLACING);
    graph.addNode(name, action);
    graph.addEdge(StateGraph.START, name);
    graph.addEdge(name, StateGraph.END);
    return graph.compile();
  }

  private static String text(OverAllState state) {
    return state.<String>value("text").orElse("Once");
  }
}
