package ai.automagik.tracing.instrumentation.http.jdk.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.Objects;

/** The application's body handler, seen from outside. As thread-safe as that. */
final class WatchedHandler<T> implements BodyHandler<T> {
  private final BodyHandler<T> handler;
  private final HttpCall call;

  WatchedHandler(BodyHandler<T> handler, HttpCall call) {
    this.handler = handler;
    this.call = call;
  }

  @Override
  public BodySubscriber<T> apply(ResponseInfo response) {
    BodySubscriber<T> subscriber = handler.apply(response);
    if (Objects.isNull(subscriber)) { // the client is to find out by itself
      return subscriber;
    }
    try {
      HttpHeaders headers = response.headers();
      call.protocolVersion(response.version() == HttpClient.Version.HTTP_2 ? "2" : "1.1");
      if (!call.responseBegins(
          response.statusCode(), name -> headers.firstValue(name).orElse(null))) {
        return subscriber;
      }
    } catch (RuntimeException | Error ours) {
      return subscriber;
    }
    WatchedSubscriber<T> watched = new WatchedSubscriber<>(subscriber, call);
    call.deliveredBy(watched);
    return watched;
  }
}
