package ai.automagik.tracing.instrumentation.entry;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import java.net.URI;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an application does with one message of a web socket, with a span that is recorded only if
 * another begins beneath. The connection is the conversation.
 */
public final class ReceivedMessage {
  /** Servers count their connections from the start of the JVM. */
  private static final String CONVERSATIONS =
      "websocket-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()) + "-";

  private ReceivedMessage() {}

  /**
   * Begins the span of a message and makes it current.
   *
   * @param uri where the client connected to
   * @param parameters the parts of its path that the client chose, by name; null where nobody knows
   * @return null when this thread is in the middle of a message already
   */
  public static @Nullable ActiveSpan begin(
      @Nullable URI uri, @Nullable Map<String, String> parameters, @Nullable String sessionId) {
    return Tracer.enter(
        Operation.RECEIVE_MESSAGE,
        null,
        span -> {
          String path = uri == null ? null : uri.getPath();
          span.set(Attribute.URL_PATH, path);
          if (path != null && parameters != null) {
            span.set(Attribute.HTTP_ROUTE, route(path, parameters));
          }
          span.conversation(conversation(sessionId));
        });
  }

  /**
   * Begins the span of a message and makes it current.
   *
   * @param path where the client connected to
   * @return null when this thread is in the middle of a message already
   */
  public static @Nullable ActiveSpan begin(@Nullable String path, String sessionId) {
    return Tracer.enter(
        Operation.RECEIVE_MESSAGE,
        null,
        span -> {
          span.set(Attribute.URL_PATH, path);
          span.conversation(conversation(sessionId));
        });
  }

  /**
   * Begins the span of a message within a web socket and makes it current.
   *
   * @param pattern by which the server found what handles it
   * @return null when this thread is in the middle of a message already
   */
  public static @Nullable ActiveSpan begin(
      Supplier<@Nullable String> pattern, @Nullable String sessionId) {
    return Tracer.enter(
        Operation.RECEIVE_MESSAGE,
        null,
        span -> {
          span.set(Attribute.HTTP_ROUTE, pattern.get());
          span.conversation(conversation(sessionId));
        });
  }

  private static @Nullable String conversation(@Nullable String sessionId) {
    return sessionId == null ? null : CONVERSATIONS.concat(sessionId);
  }

  private static String route(String path, Map<String, String> parameters) {
    String[] segments = path.split("/", -1);
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      for (int i = 0; i < segments.length; i++) {
        if (segments[i].equals(parameter.getValue())) {
          segments[i] = "{" + parameter.getKey() + "}";
          break;
        }
      }
    }
    return String.join("/", segments);
  }

  /** The application is done with the message. */
  public static void end(ActiveSpan span, @Nullable Throwable failure) {
    Tracer.leave(span);
    span.end(failure);
  }
}
