package ai.automagik.tracing.instrumentation.http;

import org.jspecify.annotations.Nullable;

/** The headers of one response, whatever the client keeps them in. */
@FunctionalInterface
public interface Headers {
  /** The first value of a header, whatever the case of its name; null when there is none. */
  @Nullable String first(String name);
}
