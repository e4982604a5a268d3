package ai.automagik.tracing.instrumentation.http.jetty.advice;

import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.WeakMap;
import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.Sending;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a request of the application becomes: itself, and those by which the client follows
 * redirects or answers a refusal. They have the client's conversation in common, by which the call
 * is found.
 */
final class Exchange {
  private static final WeakMap<HttpCall> CALLS = new WeakMap<>();

  private Exchange() {}

  /** Begins a call; null when it is not traced, or has begun before. */
  static @Nullable HttpCall begin(Request request, Object conversation) {
    if (find(conversation) != null) {
      return null;
    }
    Sending sending =
        Sending.begin(
            request.getMethod(),
            request.getHost(),
            request.getPort(),
            "https".equals(request.getScheme()),
            request.getPath(),
            request.getQuery());
    HttpCall call = sending == null ? null : sending.end();
    if (call != null) {
      CALLS.put(conversation, call);
    }
    return call;
  }

  /** Null where what is found by the conversation is not traced. */
  static @Nullable HttpCall find(Object conversation) {
    return CALLS.isEmpty() ? null : CALLS.get(conversation);
  }

  static @Nullable HttpCall find(Response response) {
    return !CALLS.isEmpty() && response.getRequest() instanceof HttpRequest request
        ? CALLS.get(request.getConversation())
        : null;
  }

  /** The call, of which nothing is to be heard any more. */
  static @Nullable HttpCall forget(Request made) {
    return !CALLS.isEmpty() && made instanceof HttpRequest request
        ? CALLS.remove(request.getConversation())
        : null;
  }

  static void close(@Nullable Object entered) {
    if (entered instanceof OpenStream.Callback callback) {
      callback.close();
    }
  }
}
