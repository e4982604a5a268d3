package ai.automagik.tracing.instrumentation.http.okhttp.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.Sending;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Around the one method that every call of OkHttp goes through, executed or enqueued, with all its
 * interceptors, redirects and retries. Of an LLM call the response gets a body that is watched;
 * nothing else is touched.
 */
final class CallAdvice {
  private CallAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.This Call call) {
    Request request = call.request();
    HttpUrl url = request.url();
    return Sending.begin(
        request.method(), url.host(), url.port(), url.isHttps(), path(url), url.encodedQuery());
  }

  /**
   * {@code http/1.1} is version 1.1; {@code h2} is version 2, also where it goes without saying.
   */
  private static String version(Protocol protocol) {
    String name = protocol.toString();
    if (name.startsWith("http/")) {
      return name.substring("http/".length());
    }
    if (name.equals("h2_prior_knowledge")) {
      return "2";
    }
    return name.startsWith("h") ? name.substring(1) : name;
  }

  private static String path(HttpUrl url) {
    String encoded = url.encodedPath();
    return encoded.indexOf('%') < 0 ? encoded : "/".concat(String.join("/", url.pathSegments()));
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.This Call call,
      @Advice.Return @Nullable Response response,
      @Advice.Thrown @Nullable Throwable error) {
    HttpCall http = entered instanceof Sending sending ? sending.end() : null;
    if (http == null) {
      return null;
    }
    if (response == null) {
      Failure.of(error, call, http);
      return null;
    }
    try {
      return watched(response, call, http);
    } catch (RuntimeException | Error ours) {
      http.ended(null);
      throw ours;
    }
  }

  private static @Nullable Response watched(Response response, Call call, HttpCall http) {
    http.protocolVersion(version(response.protocol()));
    if (!http.responseBegins(response.code(), name -> response.header(name))) {
      return null;
    }
    ResponseBody body = response.body();
    // What the client itself has kept was paid for when it came.
    boolean kept = response.cacheResponse() != null && response.networkResponse() == null;
    if (kept || body == null || body.contentLength() == 0) {
      http.ended(null);
      return null;
    }
    return response.newBuilder().body(new WatchedBody(body, call, http)).build();
  }
}
