package ai.automagik.tracing.instrumentation.http.apache4.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.WatchedInputStream;
import ai.automagik.tracing.instrumentation.http.WatchedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.http.HttpEntity;
import org.apache.http.conn.EofSensorInputStream;
import org.apache.http.entity.HttpEntityWrapper;

/**
 * The body of a response, seen from outside, as the client itself wraps it. As thread-safe as the
 * entity that it is made of.
 */
final class ResponseEntity extends HttpEntityWrapper {
  private final HttpCall call;

  ResponseEntity(HttpEntity entity, HttpCall call) {
    super(entity);
    this.call = call;
    call.deliveredBy(this);
  }

  @Override
  public InputStream getContent() throws IOException {
    InputStream content = super.getContent();
    if (content == null) {
      return content;
    }
    InputStream watched = new WatchedInputStream(content, call, this, getContentLength());
    return content instanceof EofSensorInputStream own ? new ContentStream(own, watched) : watched;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try {
      super.writeTo(out == null ? out : new WatchedOutputStream(out, call::responseBytes));
    } catch (IOException | RuntimeException | Error failure) {
      call.ended(failure);
      throw failure;
    }
    call.ended(null);
  }

  @Override
  @Deprecated
  public void consumeContent() throws IOException {
    try {
      super.consumeContent();
    } finally {
      call.cancelled();
    }
  }

  /** The response is closed, and the entity not asked. */
  void closed() {
    call.cancelled();
  }
}
