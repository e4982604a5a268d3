package ai.automagik.tracing.instrumentation.http.apache4.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.WatchedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.http.HttpEntity;
import org.apache.http.entity.HttpEntityWrapper;

/** The body of a request, seen while it is written, perhaps several times. Confined to that. */
final class RequestEntity extends HttpEntityWrapper {
  private final HttpEntity entity;
  private final HttpCall call;

  RequestEntity(HttpEntity entity, HttpCall call) {
    super(entity);
    this.entity = entity;
    this.call = call;
  }

  HttpEntity entity() {
    return entity;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    call.requestBegins();
    super.writeTo(new WatchedOutputStream(out, call::requestBytes));
  }
}
