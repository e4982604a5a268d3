package ai.automagik.tracing.core.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span as it was at one moment: at its end, or while it runs. Immutable; holds references only,
 * so that making one costs the application's thread next to nothing.
 */
public final class SpanEvent {
  /** Rough cost in memory of a span without any content, in bytes. */
  private static final int BASE_BYTES = 512;

  private final ActiveSpan span;
  private final long endEpochNanos;
  private final @Nullable Object[] attributes;
  private final int attributeCount;
  private final @Nullable Throwable error;
  private final @Nullable Enrichment enrichment;
  private final int heldBytes;

  SpanEvent(
      ActiveSpan span,
      long endEpochNanos,
      @Nullable Object[] attributes,
      int attributeCount,
      @Nullable Throwable error,
      @Nullable Enrichment enrichment) {
    this.span = span;
    this.endEpochNanos = endEpochNanos;
    this.attributes = attributes;
    this.attributeCount = attributeCount;
    this.error = error;
    this.enrichment = enrichment;
    long held = BASE_BYTES + 2 * chars() + (enrichment == null ? 0 : enrichment.heldBytes());
    this.heldBytes = (int) Math.min(Integer.MAX_VALUE, held);
  }

  /**
   * The event with all that could be worked out about it. To be called on the worker only.
   *
   * @return this very event when there is nothing to work out
   */
  public SpanEvent enriched() {
    if (enrichment == null) {
      return this;
    }
    Enriched enriched = new Enriched(attributes, attributeCount, error != null);
    try {
      enrichment.enrich(enriched);
    } catch (RuntimeException | Error incomplete) {
      // What was worked out before stays.
    }
    return enriched.event(this);
  }

  SpanEvent with(@Nullable Object[] changed, int count) {
    return new SpanEvent(span, endEpochNanos, changed, count, error, null);
  }

  /** The identity of this span; equal for its running and its ended event. */
  public ActiveSpan span() {
    return span;
  }

  /** Nanoseconds since 1970; 0 while the span runs. */
  public long endEpochNanos() {
    return endEpochNanos;
  }

  /** Names and values stand in turns: name of attribute {@code i} at {@code 2 * i}. */
  public int attributeCount() {
    return attributeCount;
  }

  /** The name of the attribute, or null where a running span was just being changed. */
  public @Nullable Attribute attribute(int index) {
    return (Attribute) attributes[2 * index];
  }

  /** The value: String, Long, Double, Boolean, {@code List<String>} or {@link Message.Content}. */
  public @Nullable Object value(int index) {
    return attributes[2 * index + 1];
  }

  /** The last value given to an attribute; null when there is none. */
  public @Nullable Object value(Attribute attribute) {
    for (int i = attributeCount - 1; i >= 0; i--) {
      if (attributes[2 * i] == attribute) {
        return attributes[2 * i + 1];
      }
    }
    return null;
  }

  /** Whether there is more than text among the input messages. */
  public boolean multimodal() {
    return value(Attribute.INPUT_MULTIMODAL) != null;
  }

  /** What went wrong; null when nothing did. */
  public @Nullable Throwable error() {
    return error;
  }

  /** An upper estimate of the memory that this event keeps alive, in bytes. */
  public int heldBytes() {
    return heldBytes;
  }

  private long chars() {
    long chars = 0;
    for (int i = 0; i < attributeCount; i++) {
      Object value = attributes[2 * i + 1];
      if (value instanceof String text) {
        chars += text.length();
      } else if (value instanceof Message.Content content) {
        chars += content.chars();
      } else if (value instanceof List<?> texts) {
        for (int j = 0; j < texts.size(); j++) {
          chars += texts.get(j) instanceof String text ? 16 + text.length() : 16;
        }
      }
      chars += 16;
    }
    return chars;
  }
}
