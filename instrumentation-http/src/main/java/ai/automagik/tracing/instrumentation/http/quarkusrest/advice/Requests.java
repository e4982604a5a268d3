package ai.automagik.tracing.instrumentation.http.quarkusrest.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.SpanMap;
import ai.automagik.tracing.core.trace.Tracer;
import org.jspecify.annotations.Nullable;

/** What each request is part of, between its making and its sending. */
final class Requests {
  private static final SpanMap SPANS = new SpanMap();

  private Requests() {}

  static void remember(Object request) {
    ActiveSpan span = Tracer.current();
    if (span != null) {
      SPANS.put(request, span);
    }
  }

  /** Makes the request's span current, or nothing where it has none. */
  static Tracer.@Nullable Interlude resume(Object request) {
    return Tracer.anyOpen() ? Tracer.resumeOnly(SPANS.get(request)) : null;
  }
}
