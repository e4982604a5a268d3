package ai.automagik.tracing.core.trace;

/**
 * Spans by the object that stands for their work, such as a task that waits to be run. Thread-safe.
 *
 * <p>Objects are compared by identity and held weakly; an entry goes with its object. Beyond the
 * bound, new entries are refused rather than old ones lost.
 */
public final class SpanMap extends WeakMap<ActiveSpan> {}
