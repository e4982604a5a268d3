package ai.automagik.tracing.instrumentation.agents.springaialibaba.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.StreamOutcome;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.core.trace.WeakMap;
import ai.automagik.tracing.instrumentation.reactive.TracedCall;
import com.alibaba.cloud.ai.graph.CompiledGraph;
import com.alibaba.cloud.ai.graph.GraphResponse;
import com.alibaba.cloud.ai.graph.OverAllState;
import com.alibaba.cloud.ai.graph.RunnableConfig;
import com.alibaba.cloud.ai.graph.action.InterruptionMetadata;
import com.alibaba.cloud.ai.graph.agent.Agent;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One run of a graph, which may be an agent. One node after the other is at work in it. */
final class GraphRun implements TracedCall {
  /** Runs by their spans, which they know: hence weakly. */
  private static final WeakMap<WeakReference<GraphRun>> RUNS = new WeakMap<>();

  private final ActiveSpan span;

  /** Whether the graph is one of the application's own, whose nodes tell what it does. */
  private final boolean hasNodes;

  private @Nullable OpenStream stream;
  private @Nullable NodeRun node;
  private @Nullable Object result;

  private GraphRun(ActiveSpan span, boolean hasNodes) {
    this.span = span;
    this.hasNodes = hasNodes;
  }

  static @Nullable GraphRun begin(
      CompiledGraph graph, @Nullable RunnableConfig config, @Nullable OverAllState state) {
    Agent agent = Agents.of(graph);
    String topology = agent == null ? null : Agents.topology(agent);
    boolean working = agent != null && topology == null;
    ActiveSpan span = Tracer.start(working ? Operation.INVOKE_AGENT : Operation.INVOKE_WORKFLOW);
    if (span == null) {
      return null;
    }
    Tracer.leave(span);
    GraphRun run = new GraphRun(span, agent == null);
    RUNS.put(span, new WeakReference<>(run));
    boolean begun = false;
    try {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(
          working ? Attribute.AGENT_NAME : Attribute.WORKFLOW_NAME,
          agent == null ? graph.stateGraph.getName() : agent.name());
      span.set(Attribute.WORKFLOW_TOPOLOGY, topology);
      span.set(Attribute.AGENT_DESCRIPTION, agent == null ? null : agent.description());
      if (config != null && span.conversationId() == null) {
        span.conversation(config.threadId().orElse(null));
      }
      if (state != null) {
        span.set(Attribute.INPUT_MESSAGES, States.messages(state.data()));
        span.set(Attribute.AGENT_ARGUMENTS, working ? null : States.values(state.data()));
      }
      begun = true;
    } finally {
      if (!begun) {
        span.end(null);
      }
    }
    return run;
  }

  /** The run that is current here and shows its nodes; null when there is none. */
  static @Nullable GraphRun withNodes() {
    ActiveSpan here = Tracer.current();
    while (here != null) {
      WeakReference<GraphRun> weakly = RUNS.get(here);
      GraphRun run = weakly == null ? null : weakly.get();
      if (run != null) {
        return run.hasNodes ? run : null;
      }
      here = here.parent();
    }
    return null;
  }

  /** Begins a node on this thread, in place of the one before. */
  synchronized @Nullable NodeRun enter(String name, Object context) {
    leave(null);
    node = span.ended() ? null : NodeRun.begin(span, name, context);
    return node;
  }

  /** The node that is at work; null when there is none. */
  synchronized @Nullable NodeRun node() {
    return node;
  }

  /** Ends the node that is at work. */
  synchronized void leave(@Nullable Throwable failure) {
    NodeRun ended = node;
    node = null;
    if (ended != null) {
      ended.end(failure, null);
    }
  }

  @Override
  public ActiveSpan span() {
    return span;
  }

  @Override
  public void subscribed(Object observer) {
    stream = OpenStream.ofWork(span, observer);
  }

  /** An error is the last that comes, and whoever is told of it wants no more. */
  @Override
  public void arrived(Object value) {
    if (value instanceof GraphResponse<?> response) {
      if (response.isError()) {
        end(failure(response.getOutput()), null);
      } else if (response.isDone()) {
        result = response.resultValue().orElse(null);
      }
    }
  }

  @Override
  public void completed() {
    end(null, null);
  }

  @Override
  public void failed(Throwable failure) {
    end(failure, null);
  }

  @Override
  public void cancelled() {
    end(null, StreamOutcome.CANCELLED);
  }

  static @Nullable Throwable failure(@Nullable CompletableFuture<?> output) {
    Throwable failure =
        output == null ? null : output.handle((value, thrown) -> thrown).getNow(null);
    while (failure instanceof CompletionException && failure.getCause() != null) {
      failure = failure.getCause();
    }
    return failure;
  }

  private void end(@Nullable Throwable failure, @Nullable StreamOutcome outcome) {
    OpenStream ending = stream;
    if (ending != null && !ending.claimEnd()) {
      return;
    }
    synchronized (this) {
      NodeRun unfinished = node;
      node = null;
      if (unfinished != null) {
        unfinished.end(failure, outcome);
      }
    }
    try {
      if (outcome != null) {
        span.set(Attribute.STREAM_OUTCOME, outcome.wireName());
      }
      describe();
    } catch (RuntimeException | LinkageError ours) {
      // What was understood before stays.
    } finally {
      result = null;
      span.end(failure);
      if (ending != null) {
        ending.close();
      }
    }
  }

  private void describe() {
    Object last = result;
    if (last instanceof InterruptionMetadata interruption) {
      span.set(Attribute.WORKFLOW_INTERRUPTED_AT, interruption.node());
    } else if (last instanceof Map<?, ?> state) {
      span.set(Attribute.OUTPUT_MESSAGES, States.answer(state));
      if (span.operation() == Operation.INVOKE_WORKFLOW) {
        span.set(Attribute.WORKFLOW_STATE, States.values(state));
      }
    }
  }
}
