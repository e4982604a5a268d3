package ai.automagik.tracing.instrumentation.quarkus.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.SpanMap;
import ai.automagik.tracing.core.trace.Tracer;
import org.jspecify.annotations.Nullable;

/** Agents by what stands for the work that they still have to begin, of one application. */
final class OpenStreams {
  private static final SpanMap AGENTS = new SpanMap();

  private OpenStreams() {}

  /** The agent waits until {@code work} has begun, and what that opens has ended. */
  static void open(Object work, ActiveSpan agent) {
    agent.streamOpened();
    AGENTS.put(work, agent);
  }

  /** Goes on with the agent, on whatever thread; null when nobody waits for this work. */
  static Tracer.@Nullable Resumed begin(Object work) {
    ActiveSpan agent = AGENTS.remove(work);
    return agent == null ? null : Tracer.resume(agent);
  }

  /** The work has begun. The stream of a model call, if it came to one, holds the agent open. */
  static void begun(@Nullable Object entered, @Nullable Throwable error) {
    if (entered instanceof Tracer.Resumed resumed) {
      resumed.close();
      resumed.span().fail(error);
      if (resumed.span().streamClosed()) {
        resumed.span().end(error);
      }
    }
  }
}
