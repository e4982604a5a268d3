package ai.automagik.tracing.core.trace;

/**
 * What is still to be worked out about a span, from what was held of its call: bodies of HTTP
 * messages, for example. The application's threads only hold; the worker works it out.
 */
public interface Enrichment {
  /** An upper estimate of the memory that it keeps alive, in bytes. Called on any thread. */
  int heldBytes();

  /**
   * The span has ended: what comes from now on is no part of it. Called once, on the thread that
   * ends the span.
   */
  void spanEnded();

  /**
   * Works out what there is to know so far. Called on the worker, once when the span has ended and
   * perhaps before, while the call still runs. What it throws loses what it had not yet said.
   */
  void enrich(Enriched span);
}
