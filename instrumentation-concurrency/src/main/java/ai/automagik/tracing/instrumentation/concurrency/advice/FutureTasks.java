package ai.automagik.tracing.instrumentation.concurrency.advice;

import ai.automagik.tracing.core.trace.SpanMap;

/** The spans that were current when tasks were made, until they run. */
final class FutureTasks {
  static final SpanMap SPANS = new SpanMap();

  private FutureTasks() {}
}
