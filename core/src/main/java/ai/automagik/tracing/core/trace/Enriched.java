package ai.automagik.tracing.core.trace;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A span's attributes while an {@link Enrichment} adds to them. Confined to the worker's thread.
 */
public final class Enriched {
  private @Nullable Object[] attributes;
  private int count;

  private final boolean failed;

  Enriched(@Nullable Object[] attributes, int count, boolean failed) {
    this.failed = failed;
    this.attributes = Arrays.copyOf(attributes, 2 * count + 32);
    this.count = count;
  }

  /** Sets an attribute, whatever it was; null says nothing. */
  public void set(Attribute attribute, @Nullable Object value) {
    if (value == null) {
      return;
    }
    int index = indexOf(attribute);
    if (index < 0) {
      if (2 * count == attributes.length) {
        attributes = Arrays.copyOf(attributes, 4 * count);
      }
      index = 2 * count++;
      attributes[index] = attribute;
    }
    attributes[index + 1] = value;
  }

  /** Sets an attribute that has no value yet. */
  public void add(Attribute attribute, @Nullable Object value) {
    if (indexOf(attribute) < 0) {
      set(attribute, value);
    }
  }

  /** Takes an attribute back. */
  public void remove(Attribute attribute) {
    int index = indexOf(attribute);
    if (index >= 0) {
      count--;
      attributes[index] = attributes[2 * count];
      attributes[index + 1] = attributes[2 * count + 1];
    }
  }

  /** Whether the span ended with an exception. */
  public boolean failed() {
    return failed;
  }

  /** Whether an attribute has a value. */
  public boolean has(Attribute attribute) {
    return indexOf(attribute) >= 0;
  }

  private int indexOf(Attribute attribute) {
    for (int i = 0; i < 2 * count; i += 2) {
      if (attributes[i] == attribute) {
        return i;
      }
    }
    return -1;
  }

  SpanEvent event(SpanEvent before) {
    return before.with(attributes, count);
  }
}
