package ai.automagik.tracing.instrumentation.http.apache5.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.Sending;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/** What the heads of the client's messages say. Stateless. */
final class Head {
  private Head() {}

  /** Begins a request; null when there is nothing to be noted. */
  static @Nullable Sending begin(@Nullable HttpHost target, HttpRequest request) {
    String path = request.getPath();
    URIAuthority authority = request.getAuthority();
    String host =
        target != null ? target.getHostName() : authority == null ? null : authority.getHostName();
    int port = target != null ? target.getPort() : authority == null ? 0 : authority.getPort();
    String scheme = target != null ? target.getSchemeName() : request.getScheme();
    int query = path == null ? -1 : path.indexOf('?');
    return Sending.begin(
        request.getMethod(),
        host,
        port,
        "https".equals(scheme),
        path == null || query < 0 ? path : path.substring(0, query),
        path == null || query < 0 ? null : path.substring(query + 1));
  }

  static boolean responseBegins(HttpCall call, HttpResponse response) {
    return call.responseBegins(response.getCode(), name -> value(response.getFirstHeader(name)));
  }

  private static @Nullable String value(@Nullable Header header) {
    return header == null ? null : header.getValue();
  }
}
