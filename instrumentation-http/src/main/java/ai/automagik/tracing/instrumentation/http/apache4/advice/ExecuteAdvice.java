package ai.automagik.tracing.instrumentation.http.apache4.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.Sending;
import java.net.URI;
import net.bytebuddy.asm.Advice;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.jspecify.annotations.Nullable;

/** Around the method that every call of a client goes through, with all its attempts. */
final class ExecuteAdvice {
  private ExecuteAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(0) @Nullable HttpHost target, @Advice.Argument(1) HttpRequest request) {
    return begin(target, request);
  }

  private static @Nullable Sending begin(@Nullable HttpHost target, HttpRequest request) {
    String method = request.getRequestLine().getMethod();
    URI uri =
        request instanceof HttpUriRequest ofUri
            ? ofUri.getURI()
            : URI.create(request.getRequestLine().getUri());
    if (target == null) {
      return Sending.begin(
          method,
          uri.getHost(),
          uri.getPort(),
          "https".equals(uri.getScheme()),
          uri.getPath(),
          uri.getRawQuery());
    }
    return Sending.begin(
        method,
        target.getHostName(),
        target.getPort(),
        "https".equals(target.getSchemeName()),
        uri.getPath(),
        uri.getRawQuery());
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable HttpResponse response,
      @Advice.Thrown @Nullable Throwable error) {
    HttpCall call = entered instanceof Sending sending ? sending.end() : null;
    if (call == null) {
      return;
    }
    if (response == null) {
      call.ended(error);
      return;
    }
    if (!call.responseBegins(
        response.getStatusLine().getStatusCode(), name -> value(response.getFirstHeader(name)))) {
      return;
    }
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      call.ended(null);
    } else {
      response.setEntity(new ResponseEntity(entity, call));
    }
  }

  private static @Nullable String value(@Nullable Header header) {
    return header == null ? null : header.getValue();
  }
}
