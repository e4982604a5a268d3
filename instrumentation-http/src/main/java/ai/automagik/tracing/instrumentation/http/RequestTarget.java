package ai.automagik.tracing.instrumentation.http;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Enriched;
import org.jspecify.annotations.Nullable;

/**
 * What a request is for. Immutable.
 *
 * @param query as it is sent, without the question mark; null when there is none
 */
record RequestTarget(
    String method, String host, int port, boolean secure, String path, @Nullable String query) {
  private static final int BYTES_PER_CHAR = 2;
  private static final String LEFT_OUT = "REDACTED";

  /** Tells the server alone, where a library's call is more than this request. */
  void describeServer(Enriched into) {
    into.set(Attribute.SERVER_ADDRESS, host);
    into.set(Attribute.SERVER_PORT, (long) port);
  }

  /** Tells all. */
  void describe(Enriched into) {
    describeServer(into);
    into.set(Attribute.HTTP_METHOD, method);
    into.set(Attribute.URL_FULL, url());
  }

  /** With the names in the query, and none of its values: keys and tokens are among them. */
  private String url() {
    StringBuilder url = new StringBuilder(secure ? "https://" : "http://").append(host);
    if (port != (secure ? 443 : 80)) {
      url.append(':').append(port);
    }
    url.append(path);
    char separator = '?';
    for (String parameter : query == null ? new String[0] : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      url.append(separator);
      // What has no name may be a secret itself.
      url.append(equals < 0 ? LEFT_OUT : parameter.substring(0, equals + 1) + LEFT_OUT);
      separator = '&';
    }
    return url.toString();
  }

  int heldBytes() {
    return BYTES_PER_CHAR * (host.length() + path.length() + (query == null ? 0 : query.length()));
  }
}
