package ai.automagik.tracing.instrumentation.http.okhttp.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** The body of a response, seen from outside. As thread-safe as that. */
final class WatchedBody extends ResponseBody {
  private final ResponseBody body;
  private final BufferedSource source;

  @SuppressWarnings("deprecation") // getBuffer, its new name, is not in every version
  WatchedBody(ResponseBody body, Call call, HttpCall http) {
    this.body = body;
    BufferedSource original = body.source();
    WatchedSource watched = new WatchedSource(original, body.contentLength(), call, http);
    this.source = Okio.buffer(watched);
    http.deliveredBy(watched);
    readAhead(original.buffer().size());
  }

  /** What an interceptor has read ahead stays read ahead, for the application may count on it. */
  private void readAhead(long byteCount) {
    if (byteCount > 0) {
      try {
        boolean unused = source.request(byteCount);
      } catch (IOException notNow) {
        // Nothing is read here but a buffer.
      }
    }
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public BufferedSource source() {
    return source;
  }

  @Override
  public void close() {
    super.close();
    body.close();
  }

  /** Applications print bodies, if by mistake. */
  @Override
  public String toString() {
    return body.toString();
  }
}
