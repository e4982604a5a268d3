package ai.automagik.tracing.instrumentation.http;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Enriched;
import ai.automagik.tracing.core.trace.Enrichment;
import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.StreamOutcome;
import ai.automagik.tracing.core.trace.Tracer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request that is no call of a model, where the user wants to see those too. It ends with
 * the head of the response; bodies are nobody's business.
 */
final class PlainCall extends HttpCall implements Enrichment {
  private static final int FIRST_ERROR_STATUS = 400;
  private static final int BYTES_PER_CHAR = 2;
  private static final String LEFT_OUT = "REDACTED";

  private final ActiveSpan span;
  private final String host;
  private final int port;
  private final boolean secure;
  private final String path;
  private final @Nullable String query;
  private volatile int status;

  private PlainCall(
      ActiveSpan span, String host, int port, boolean secure, String path, @Nullable String query) {
    this.span = span;
    this.host = host;
    this.port = port;
    this.secure = secure;
    this.path = path;
    this.query = query;
  }

  /** Begins a call; null inside another, whose client sends its requests with this one. */
  static @Nullable PlainCall begin(
      String method, String host, int port, boolean secure, String path, @Nullable String query) {
    ActiveSpan span = Tracer.start(Operation.HTTP_REQUEST);
    if (span == null) {
      return null;
    }
    PlainCall call = new PlainCall(span, host, port, secure, path, query);
    span.set(Attribute.HTTP_METHOD, method);
    Enrichment unused = span.enrichWith(call);
    return call;
  }

  @Override
  void leave() {
    Tracer.leave(span);
  }

  @Override
  public void requestBegins() {}

  @Override
  public void requestBytes(ByteBuffer bytes) {}

  @Override
  public boolean responseBegins(int code, Headers from) {
    status = code;
    span.end(null);
    return false;
  }

  @Override
  public void responseBytes(ByteBuffer bytes) {}

  @Override
  public void deliveredBy(Object carrier) {}

  @Override
  public OpenStream.@Nullable Callback callback() {
    return null;
  }

  @Override
  public OpenStream.@Nullable Callback ending(@Nullable Throwable error) {
    span.end(error);
    return null;
  }

  @Override
  public void cancelled() {
    span.set(Attribute.STREAM_OUTCOME, StreamOutcome.CANCELLED.wireName());
    span.end(null);
  }

  @Override
  public void spanEnded() {}

  @Override
  public int heldBytes() {
    return BYTES_PER_CHAR * (host.length() + path.length() + (query == null ? 0 : query.length()));
  }

  @Override
  public void enrich(Enriched into) {
    into.set(Attribute.SERVER_ADDRESS, host);
    into.set(Attribute.SERVER_PORT, (long) port);
    into.set(Attribute.URL_FULL, url());
    if (status > 0) {
      into.set(Attribute.HTTP_STATUS_CODE, (long) status);
    }
    if (status >= FIRST_ERROR_STATUS) {
      into.add(Attribute.ERROR_TYPE, Integer.toString(status));
    }
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
}
