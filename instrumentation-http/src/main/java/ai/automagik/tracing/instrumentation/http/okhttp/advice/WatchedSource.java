package ai.automagik.tracing.instrumentation.http.okhttp.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import java.io.IOException;
import okhttp3.Call;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/**
 * What a response's body is read from, seen from outside: whatever is read is passed on as it is.
 * Whoever holds the body, or a stream or reader of it, holds this. Used by one thread at a time;
 * any thread may close it.
 */
final class WatchedSource extends ForwardingSource {
  private final Call call;
  private final HttpCall http;

  /** How much is still to come; negative when nobody knows. */
  private long left;

  WatchedSource(Source source, long contentLength, Call call, HttpCall http) {
    super(source);
    this.call = call;
    this.http = http;
    this.left = contentLength;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    long count;
    try {
      count = super.read(sink, byteCount);
    } catch (IOException | RuntimeException | Error error) {
      Failure.of(error, call, http);
      throw error;
    }
    try {
      seen(sink, count);
    } catch (RuntimeException | Error ours) {
      // The application's response goes on.
    }
    return count;
  }

  private void seen(Buffer sink, long count) {
    if (count < 0) {
      http.ended(null);
      return;
    }
    Bytes.of(sink, sink.size() - count, count, http::responseBytes);
    if (left > 0) {
      left -= count;
      if (left <= 0) {
        http.ended(null);
      }
    }
  }

  @Override
  public void close() throws IOException {
    http.cancelled(); // unless it has ended before
    super.close();
  }
}
