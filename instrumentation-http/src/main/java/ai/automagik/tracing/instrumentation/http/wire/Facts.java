package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import org.jspecify.annotations.Nullable;

/** Takes in what a decoder finds out about a call. Confined to the worker's thread. */
public interface Facts {
  /** Notes the value of an attribute; null says nothing. */
  void set(Attribute attribute, @Nullable Object value);
}
