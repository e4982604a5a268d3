package ai.automagik.tracing.instrumentation.http.okhttp.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.SpanMap;
import ai.automagik.tracing.core.trace.Tracer;
import org.jspecify.annotations.Nullable;

/**
 * The spans that were current when calls were enqueued. Thread-safe.
 *
 * <p>The dispatcher lets only so many calls run at once, five for each host. Those that wait go to
 * its thread pool when another call has finished, on the thread of that call: what is current there
 * has nothing to do with them.
 */
final class Dispatched {
  private static final SpanMap SPANS = new SpanMap();

  private Dispatched() {}

  static void remember(Object call) {
    ActiveSpan span = Tracer.current();
    if (span != null) {
      SPANS.put(call, span);
    }
  }

  static @Nullable ActiveSpan take(Object call) {
    return SPANS.remove(call); // not asked whether it is empty: its count may lag behind
  }
}
