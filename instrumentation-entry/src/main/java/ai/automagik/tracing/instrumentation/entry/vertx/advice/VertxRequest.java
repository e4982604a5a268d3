package ai.automagik.tracing.instrumentation.entry.vertx.advice;

import ai.automagik.tracing.core.trace.TraceContext;
import ai.automagik.tracing.core.trace.WeakMap;
import ai.automagik.tracing.instrumentation.entry.IncomingRequest;
import ai.automagik.tracing.instrumentation.entry.ServedRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * A request to a router of Vert.x, which goes from route to route, on the event loop and off it. It
 * does not hold the request, by which it may be found. Thread-safe.
 */
final class VertxRequest implements IncomingRequest {
  /** A span is known here from the first route to the end of the answer. */
  private static final WeakMap<VertxRequest> REQUESTS = new WeakMap<>();

  private final String method;
  private final @Nullable String scheme;
  private final @Nullable String path;
  private final @Nullable String traceparent;
  private volatile @Nullable String route;
  private @Nullable ServedRequest served;

  private VertxRequest(HttpServerRequest request, @Nullable String traceparent) {
    this.method = request.method().name();
    this.scheme = request.scheme();
    this.path = request.path();
    this.traceparent = traceparent;
  }

  /** The request that a route is to handle now; null when it is over. */
  static @Nullable ServedRequest at(RoutingContext context) {
    return at(context, null);
  }

  /**
   * The request that is handled now; null when it is over.
   *
   * @param route the pattern by which a framework above knows it; null where there is none
   */
  static @Nullable ServedRequest at(RoutingContext context, @Nullable String route) {
    HttpServerRequest request = context.request();
    VertxRequest known = REQUESTS.get(request);
    if (known == null && !request.response().ended()) {
      known = begin(context, request);
    }
    if (known == null) {
      return null;
    }
    if (route == null) {
      known.met(context);
    } else {
      known.route = route;
    }
    return known.served;
  }

  private static @Nullable VertxRequest begin(RoutingContext context, HttpServerRequest request) {
    VertxRequest begun = new VertxRequest(request, request.getHeader(TraceContext.TRACEPARENT));
    ServedRequest served = ServedRequest.begin(begun);
    if (served == null) {
      return null;
    }
    served.leave();
    begun.served = served;
    REQUESTS.put(request, begun);
    context.addEndHandler(
        over -> {
          VertxRequest unused = REQUESTS.remove(request);
          served.end(request.response().getStatusCode(), over.failed() ? over.cause() : null);
        });
    return begun;
  }

  /** The last route that handles a request is the one that knows most about it. */
  private void met(RoutingContext context) {
    Route current = context.currentRoute();
    String pattern = current == null ? null : current.getPath();
    if (pattern != null) {
      String mount = context.mountPoint();
      route =
          mount == null ? pattern : mount.substring(0, mount.length() - slashes(mount)) + pattern;
    }
  }

  private static int slashes(String mount) {
    return mount.endsWith("/") ? 1 : 0;
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public @Nullable String scheme() {
    return scheme;
  }

  @Override
  public @Nullable String path() {
    return path;
  }

  @Override
  public @Nullable String route() {
    return route;
  }

  @Override
  public @Nullable String traceparent() {
    return traceparent;
  }

  @Override
  public @Nullable String sessionId() {
    return null; // Vert.x takes note of who asks for the session
  }
}
