package ai.automagik.tracing.instrumentation.http;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Enriched;
import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.Tracer;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request that is traced, from any client. Thread-safe: a client's threads report what
 * goes by. Nothing here throws.
 */
public abstract sealed class HttpCall permits ModelCall, PlainCall {

  private volatile @Nullable String protocolVersion;
  private volatile @Nullable InetSocketAddress peer;

  HttpCall() {}

  /**
   * Begins a call, on the thread that makes the request; {@link #leave} ends its stay there.
   *
   * @return null when the request is not traced
   */
  static @Nullable HttpCall begin(
      String method,
      @Nullable String host,
      int port,
      boolean secure,
      @Nullable String path,
      @Nullable String query) {
    if (host == null || path == null) {
      return null;
    }
    LlmEndpoints endpoints = HttpSettings.llmEndpoints();
    boolean candidate = method.equals("POST") && endpoints.mayHave(path);
    if (!candidate && !HttpSettings.everyRequest()) {
      return null;
    }
    int actualPort = port > 0 ? port : secure ? 443 : 80;
    if (candidate) {
      ActiveSpan current = Tracer.current();
      ActiveSpan model = current != null && current.operation().callsModel() ? current : null;
      LlmEndpoint endpoint = endpoints.find(host, actualPort, path, model != null);
      if (endpoint != null) {
        return ModelCall.begin(
            endpoint, new RequestTarget(method, host, actualPort, secure, path, query), model);
      }
    }
    return HttpSettings.everyRequest()
        ? PlainCall.begin(new RequestTarget(method, host, actualPort, secure, path, query))
        : null;
  }

  /** The thread that began the call goes on with other work. */
  abstract void leave();

  /** The body of the request is sent from its beginning, perhaps again. */
  public abstract void requestBegins();

  /** Copies bytes of the request's body; the buffer stays as it is. */
  public abstract void requestBytes(ByteBuffer bytes);

  /**
   * The head of the response has come.
   *
   * @return whether what follows matters: if not, nothing more need be reported
   */
  public abstract boolean responseBegins(int status, Headers from);

  /** The version of HTTP that was agreed upon, such as {@code 1.1}, where the client tells it. */
  public final void protocolVersion(String version) {
    protocolVersion = version;
  }

  /** The other end of the connection, where the client tells it: the server, or a proxy. */
  public final void connectedTo(InetSocketAddress address) {
    peer = address;
  }

  final void describeConnection(Enriched into) {
    into.add(Attribute.NETWORK_PROTOCOL_VERSION, protocolVersion);
    InetSocketAddress other = peer;
    if (other != null && other.getAddress() != null) {
      into.add(Attribute.NETWORK_PEER_ADDRESS, other.getAddress().getHostAddress());
      into.add(Attribute.NETWORK_PEER_PORT, (long) other.getPort());
    }
  }

  /** Copies bytes of the response's body; the buffer stays as it is. */
  public abstract void responseBytes(ByteBuffer bytes);

  /**
   * Names the object that brings the body of the response: when nobody has it any more, nobody will
   * read the rest.
   */
  public abstract void deliveredBy(Object carrier);

  /**
   * Begins a callback of the application that takes in a piece of the body: what it does there
   * belongs to whoever made the call.
   *
   * @return to be closed when the callback returns; null when there is nothing to close
   */
  public abstract OpenStream.@Nullable Callback callback();

  /** The call is over. Only the first word counts. */
  public final void ended(@Nullable Throwable error) {
    OpenStream.Callback last = ending(error);
    if (last != null) {
      last.close();
    }
  }

  /**
   * The call is over, and the application is about to be told.
   *
   * @return to be closed when it was told; null when there is nothing to close
   */
  public abstract OpenStream.@Nullable Callback ending(@Nullable Throwable error);

  /** The application wants no more of the response. */
  public abstract void cancelled();
}
