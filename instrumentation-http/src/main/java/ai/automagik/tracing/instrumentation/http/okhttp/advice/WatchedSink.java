package ai.automagik.tracing.instrumentation.http.okhttp.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSink;
import okio.Sink;

/** What a request's body is sent into, seen from outside. Confined to the call's thread. */
final class WatchedSink extends ForwardingSink {
  private final HttpCall call;

  WatchedSink(Sink sink, HttpCall call) {
    super(sink);
    this.call = call;
    call.requestBegins();
  }

  @Override
  public void write(Buffer source, long byteCount) throws IOException {
    try {
      Bytes.of(source, 0, byteCount, call::requestBytes);
    } catch (RuntimeException | Error ours) {
      // The application's request goes on.
    }
    super.write(source, byteCount);
  }
}
