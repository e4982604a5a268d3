package ai.automagik.tracing.instrumentation.agents.langgraph4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.StreamOutcome;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.core.trace.Values;
import ai.automagik.tracing.core.trace.WeakMap;
import java.util.LinkedHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.bsc.async.AsyncGenerator.Data;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.NodeOutput;
import org.bsc.langgraph4j.RunnableConfig;
import org.jspecify.annotations.Nullable;

/**
 * One run of a graph, which takes a step whenever somebody asks for it, on whatever thread. One
 * thread at a time asks; another may cancel.
 */
final class GraphRun {
  private static final String FRAMEWORK = "langgraph4j";
  private static final WeakMap<GraphRun> RUNS = new WeakMap<>();

  /** Where the run was prepared, which is what it is part of. */
  private final @Nullable ActiveSpan outer;

  private final CompiledGraph<?> graph;
  private final @Nullable Object input;
  private final @Nullable RunnableConfig config;
  private @Nullable OpenStream stream;
  private @Nullable ActiveSpan node;

  /** Of a node that has another run inside it. */
  private @Nullable OpenStream nodeStream;

  private @Nullable NodeOutput<?> last;

  private GraphRun(
      CompiledGraph<?> graph, @Nullable Object input, @Nullable RunnableConfig config) {
    this.outer = Tracer.current();
    this.graph = graph;
    this.input = input;
    this.config = config;
  }

  /** Notes that a run was prepared; perhaps nobody will ever ask for its steps. */
  static void prepare(
      Object generator,
      CompiledGraph<?> graph,
      @Nullable Object input,
      @Nullable RunnableConfig config) {
    RUNS.put(generator, new GraphRun(graph, input, config));
  }

  /** Begins a step, and with the first one the run; null when the run is over. */
  static @Nullable Step enter(Object generator) {
    GraphRun run = RUNS.get(generator);
    OpenStream stream = run == null ? null : run.begun(generator);
    ActiveSpan span = stream == null ? null : stream.call();
    return run == null || span == null || span.ended()
        ? null
        : new Step(run, generator, Tracer.resume(span));
  }

  private synchronized @Nullable OpenStream begun(Object generator) {
    endNode(null);
    if (stream == null) {
      Tracer.Interlude here = Tracer.resumeOnly(outer);
      ActiveSpan span = Tracer.start(Operation.INVOKE_WORKFLOW);
      if (here != null) {
        here.close();
      } else if (span != null) {
        Tracer.leave(span);
      }
      if (span != null) {
        stream = OpenStream.ofWork(span, generator);
        describe(span);
      }
    }
    return stream;
  }

  private void describe(ActiveSpan span) {
    span.set(Attribute.FRAMEWORK, FRAMEWORK);
    span.set(Attribute.WORKFLOW_NAME, Graphs.name(graph));
    span.set(Attribute.AGENT_ARGUMENTS, Ends.input(input));
    if (config != null && span.conversationId() == null) {
      span.conversation(config.threadId().orElse(null));
    }
  }

  /** Begins a node; it is current until the step ends. */
  static void node(Object generator, Object action) {
    GraphRun run = RUNS.get(generator);
    if (run != null) {
      run.node(action);
    }
  }

  private synchronized void node(Object action) {
    ActiveSpan span = stream == null || stream.over() ? null : Tracer.start(Operation.INVOKE_AGENT);
    if (span != null) {
      node = span;
      span.set(Attribute.FRAMEWORK, FRAMEWORK);
      span.set(Attribute.AGENT_NAME, Graphs.node(graph, action));
      span.set(Attribute.AGENT_TYPE, "node");
    }
  }

  /** There will be no more steps. */
  static void cancelled(Object generator) {
    GraphRun run = RUNS.get(generator);
    if (run != null) {
      run.cancel();
    }
  }

  private synchronized void cancel() {
    endNode(null);
    if (stream != null) {
      stream.breakOff(StreamOutcome.CANCELLED);
    }
  }

  private synchronized void stepped(
      Object generator, @Nullable Data<?> step, @Nullable Throwable error) {
    Throwable failure = error;
    CompletableFuture<?> future = step == null ? null : StepResult.future(step);
    if (failure == null && future != null && future.isCompletedExceptionally()) {
      failure = failure(future);
    }
    if (step != null && failure == null && StepResult.embeds(step)) {
      goOn(generator);
      return;
    }
    endNode(failure);
    if (failure != null || step == null || step.isDone()) {
      end(failure, step == null ? null : StepResult.result(step));
    } else if (future != null && future.isDone() && future.join() instanceof NodeOutput<?> output) {
      last = output;
    }
  }

  private static @Nullable Throwable failure(CompletableFuture<?> future) {
    Throwable failure = future.handle((value, thrown) -> thrown).join();
    while (failure != null
        && failure.getCause() != null
        && (failure instanceof CompletionException
            || failure instanceof ExecutionException
            || failure.getClass().getName().startsWith("org.bsc.langgraph4j."))) {
      failure = failure.getCause();
    }
    return failure;
  }

  /** The node goes on with a run inside it, until the next step is asked for. */
  private void goOn(Object generator) {
    if (node != null) {
      nodeStream = OpenStream.ofWork(node, generator);
    }
  }

  private void endNode(@Nullable Throwable failure) {
    ActiveSpan ended = node;
    OpenStream going = nodeStream;
    node = null;
    nodeStream = null;
    if (ended != null) {
      boolean claimed = going != null && going.claimEnd();
      ended.end(failure);
      if (going != null && claimed) {
        going.close();
      }
    }
  }

  private void end(@Nullable Throwable failure, @Nullable Object result) {
    OpenStream ending = stream;
    ActiveSpan span = ending == null ? null : ending.call();
    if (ending == null || span == null || !ending.claimEnd()) {
      return;
    }
    try {
      span.set(Attribute.WORKFLOW_INTERRUPTED_AT, Ends.interruptedAt(result));
      NodeOutput<?> output = last;
      if (output != null) {
        span.set(
            Attribute.WORKFLOW_STATE,
            Values.in(new LinkedHashMap<String, Object>(output.state().data())));
      }
    } catch (RuntimeException | LinkageError ours) {
      // What was understood before stays.
    } finally {
      last = null;
      span.end(failure);
      ending.close();
    }
  }

  /** One step, on the thread that asks for it. */
  record Step(GraphRun run, Object generator, Tracer.Resumed resumed) {
    void end(@Nullable Data<?> step, @Nullable Throwable error) {
      resumed.close();
      run.stepped(generator, step, error);
    }
  }
}
