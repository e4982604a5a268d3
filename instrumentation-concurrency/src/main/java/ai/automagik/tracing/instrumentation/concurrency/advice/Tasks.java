package ai.automagik.tracing.instrumentation.concurrency.advice;

import ai.automagik.tracing.core.trace.SpanMap;

/** The spans that were current when tasks were made or handed over, until they run. */
final class Tasks {
  static final SpanMap SPANS = new SpanMap();

  private Tasks() {}
}
