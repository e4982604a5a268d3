package com.example.graph;

import static org.bsc.langgraph4j.action.AsyncNodeAction.node_async;

import dev.langchain4j.model.chat.ChatModel;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bsc.langgraph4j.CompileConfig;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.GraphStateException;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.AsyncEdgeAction;
import org.bsc.langgraph4j.action.AsyncNodeAction;
import org.bsc.langgraph4j.checkpoint.MemorySaver;
import org.bsc.langgraph4j.state.AgentState;

/** The graphs of the program. */
final class Graphs {
  private static final ChatModel MODEL = new EchoModel();

  private Graphs() {}

  /** Writes until it is long enough. */
  static CompiledGraph<AgentState> story()
      throws GraphStateException, ReflectiveOperationException {
    StateGraph<AgentState> graph = new StateGraph<>(AgentState::new);
    graph.addNode("write", node_async(state -> Map.of("text", MODEL.chat(text(state)))));
    graph.addNode("count", node_async(state -> Map.of("length", text(state).length())));
    graph.addEdge(StateGraph.START, "write");
    graph.addEdge("write", "count");
    graph.addConditionalEdges(
        "count",
        AsyncEdgeAction.edge_async(state -> text(state).endsWith("!!") ? "done" : "again"),
        Map.of("done", StateGraph.END, "again", "write"));
    return graph.compile(named("story", CompileConfig.builder()));
  }

  /** Has another graph do a part, and a thread of its own another. */
  static CompiledGraph<AgentState> edition()
      throws GraphStateException, ReflectiveOperationException {
    StateGraph<AgentState> graph = new StateGraph<>(AgentState::new);
    graph.addNode("article", story());
    graph.addNode(
        "headline",
        (AsyncNodeAction<AgentState>)
            state ->
                CompletableFuture.supplyAsync(
                    () -> Map.<String, Object>of("headline", MODEL.chat("News"))));
    graph.addEdge(StateGraph.START, "article");
    graph.addEdge("article", "headline");
    graph.addEdge("headline", StateGraph.END);
    return graph.compile(named("edition", CompileConfig.builder()));
  }

  /** Does two things side by side. */
  static CompiledGraph<AgentState> fork() throws GraphStateException {
    StateGraph<AgentState> graph = new StateGraph<>(AgentState::new);
    graph.addNode("begin", node_async(state -> Map.of("begun", true)));
    graph.addNode("left", node_async(state -> Map.of("left", MODEL.chat("L"))));
    graph.addNode("right", node_async(state -> Map.of("right", MODEL.chat("R"))));
    graph.addNode("join", node_async(state -> Map.of("joined", true)));
    graph.addEdge(StateGraph.START, "begin");
    graph.addEdge("begin", "left");
    graph.addEdge("begin", "right");
    graph.addEdge("left", "join");
    graph.addEdge("right", "join");
    graph.addEdge("join", StateGraph.END);
    return graph.compile();
  }

  static CompiledGraph<AgentState> broken() throws GraphStateException {
    StateGraph<AgentState> graph = new StateGraph<>(AgentState::new);
    graph.addNode(
        "break",
        node_async(
            state -> {
              throw new IllegalArgumentException("no such thing");
            }));
    graph.addEdge(StateGraph.START, "break");
    graph.addEdge("break", StateGraph.END);
    return graph.compile();
  }

  /** Waits for a word of somebody's. */
  static CompiledGraph<AgentState> approval()
      throws GraphStateException, ReflectiveOperationException {
    StateGraph<AgentState> graph = new StateGraph<>(AgentState::new);
    graph.addNode("draft", node_async(state -> Map.of("text", "Draft")));
    graph.addNode("publish", node_async(state -> Map.of("published", true)));
    graph.addEdge(StateGraph.START, "draft");
    graph.addEdge("draft", "publish");
    graph.addEdge("publish", StateGraph.END);
    return graph.compile(
        named(
            "approval",
            CompileConfig.builder().checkpointSaver(new MemorySaver()).interruptBefore("publish")));
  }

  private static String text(AgentState state) {
    return state.<String>value("text").orElse("Once");
  }

  /** Names a graph, as can be done from 1.7 on. */
  private static CompileConfig named(String name, CompileConfig.Builder config)
      throws IllegalAccessException, InvocationTargetException {
    try {
      Object unused =
          CompileConfig.Builder.class.getMethod("graphId", String.class).invoke(config, name);
    } catch (NoSuchMethodException olderVersion) {
      // It has no name.
    }
    return config.build();
  }
}
