package ai.automagik.tracing.instrumentation.entry;

import org.jspecify.annotations.Nullable;

/**
 * A request to a server of the application, as the server's own types tell of it. Asked while the
 * request is under way, on any thread; null wherever it does not know.
 */
public interface IncomingRequest {
  @Nullable String method();

  /** {@code http} or {@code https}. */
  @Nullable String scheme();

  /** Without the query. */
  @Nullable String path();

  /** The pattern by which the server found what answers; never what the client put in its place. */
  @Nullable String route();

  /** What the header {@code traceparent} says of the caller. */
  @Nullable String traceparent();

  /** By which the client shows that it is the same as before. A secret: only its hash is kept. */
  @Nullable String sessionId();
}
