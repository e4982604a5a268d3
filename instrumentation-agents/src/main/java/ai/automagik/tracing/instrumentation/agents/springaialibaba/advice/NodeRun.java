package ai.automagik.tracing.instrumentation.agents.springaialibaba.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.StreamOutcome;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.TracedCall;
import com.alibaba.cloud.ai.graph.GraphResponse;
import org.jspecify.annotations.Nullable;

/** One node at work, at once, later, or as a stream that the run takes in. */
final class NodeRun implements TracedCall {
  private final ActiveSpan span;
  private final OpenStream work;

  private NodeRun(ActiveSpan span, OpenStream work) {
    this.span = span;
    this.work = work;
  }

  /**
   * Begins a node and leaves it current on this thread, until the signal is over that the run goes
   * on with.
   *
   * @param context of the run: as long as it is there, the node may go on
   */
  static @Nullable NodeRun begin(ActiveSpan run, String name, Object context) {
    Tracer.Resumed unused = Tracer.resume(run);
    ActiveSpan span = Tracer.start(Operation.INVOKE_AGENT);
    if (span == null) {
      return null;
    }
    span.set(Attribute.FRAMEWORK, Framework.NAME);
    span.set(Attribute.AGENT_NAME, name);
    span.set(Attribute.AGENT_TYPE, "node");
    return new NodeRun(span, OpenStream.ofWork(span, context));
  }

  void end(@Nullable Throwable failure, @Nullable StreamOutcome outcome) {
    if (work.claimEnd()) {
      if (outcome != null) {
        span.set(Attribute.STREAM_OUTCOME, outcome.wireName());
      }
      span.end(failure);
      work.close();
    }
  }

  @Override
  public ActiveSpan span() {
    return span;
  }

  @Override
  public void arrived(Object value) {
    if (value instanceof GraphResponse<?> response && response.isError()) {
      end(GraphRun.failure(response.getOutput()), null);
    }
  }

  /** The run has yet to make something of it. */
  @Override
  public void completed() {}

  @Override
  public void failed(Throwable failure) {
    end(failure, null);
  }

  @Override
  public void cancelled() {
    end(null, StreamOutcome.CANCELLED);
  }
}
