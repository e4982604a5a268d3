package ai.automagik.tracing.instrumentation.http.azure.advice;

import ai.automagik.tracing.instrumentation.http.SdkCall;
import com.azure.core.http.HttpRequest;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/** Requests to any service of Azure, of which few are calls of models. */
final class Requests {
  private Requests() {}

  /** Whether a request calls a model. */
  static boolean callsModel(HttpRequest request) {
    URL url = request.getUrl();
    return SdkCall.knows(request.getHttpMethod().name(), url.getHost(), port(url), url.getPath());
  }

  /** Begins the call that a request makes; null when it is none that is to be traced. */
  static @Nullable SdkCall begin(HttpRequest request) {
    URL url = request.getUrl();
    return SdkCall.begin(request.getHttpMethod().name(), url.getHost(), port(url), url.getPath());
  }

  /** Begins the call that is made when somebody subscribes; null when it is not to be traced. */
  static @Nullable SdkCall prepare(HttpRequest request) {
    SdkCall call = begin(request);
    if (call != null) {
      call.leave();
    }
    return call;
  }

  private static int port(URL url) {
    return url.getPort() > 0 ? url.getPort() : url.getDefaultPort();
  }
}
