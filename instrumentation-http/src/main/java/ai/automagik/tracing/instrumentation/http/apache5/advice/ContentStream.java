package ai.automagik.tracing.instrumentation.http.apache5.advice;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.io.EofSensorInputStream;

/**
 * A stream of the client's own that is watched, with the methods that only such a stream has. As
 * thread-safe as that.
 */
final class ContentStream extends EofSensorInputStream {
  private final EofSensorInputStream stream;

  /**
   * @param watched the same stream, seen from outside
   */
  ContentStream(EofSensorInputStream stream, InputStream watched) {
    super(watched, null);
    this.stream = stream;
  }

  @Override
  public void abort() throws IOException {
    stream.abort();
    close();
  }
}
