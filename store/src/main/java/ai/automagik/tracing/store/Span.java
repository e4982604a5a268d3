package ai.automagik.tracing.store;

import java.util.List;

/**
 * One span as it is known now.
 *
 * @param traceId 32 hex digits
 * @param spanId 16 hex digits
 * @param parentSpanId 16 hex digits, or empty for a span without a parent
 * @param startNanos since the epoch
 * @param endNanos since the epoch; 0 unless the state is {@link State#ENDED}
 * @param statusMessage empty when there is none
 * @param run the id of the run that wrote it
 * @param service the service name of its resource
 * @param scope the name of the instrumentation scope; may be empty
 */
public record Span(
    String traceId,
    String spanId,
    String parentSpanId,
    String name,
    Kind kind,
    State state,
    long startNanos,
    long endNanos,
    Attributes attributes,
    List<Event> events,
    Status status,
    String statusMessage,
    String run,
    String service,
    Attributes resource,
    String scope) {

  /** The role of a span in a call. */
  public enum Kind {
    UNSPECIFIED,
    INTERNAL,
    SERVER,
    CLIENT,
    PRODUCER,
    CONSUMER
  }

  /** Whether a span has ended, and if not, whether it still can. */
  public enum State {
    ENDED,
    RUNNING,
    /** It had not ended when its run did. */
    INTERRUPTED
  }

  /** The status that the recorder set. */
  public enum Status {
    UNSET,
    OK,
    ERROR
  }

  /**
   * Something that happened at one moment of a span.
   *
   * @param nanos since the epoch
   */
  public record Event(String name, long nanos, Attributes attributes) {}
}
