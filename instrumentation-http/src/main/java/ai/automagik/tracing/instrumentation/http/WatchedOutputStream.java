package ai.automagik.tracing.instrumentation.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** A body, seen while it is written. As thread-safe as the stream that it is made of. */
public final class WatchedOutputStream extends FilterOutputStream {
  private final Watcher watcher;

  /** For bytes that are written one by one. */
  private final ByteBuffer single = ByteBuffer.allocate(1);

  /** Whoever copies the bytes that go by. */
  @FunctionalInterface
  public interface Watcher {
    /** Copies bytes, and leaves the buffer as it is. */
    void bytes(ByteBuffer bytes);
  }

  /**
   * @param watcher {@link HttpCall#requestBytes} or {@link HttpCall#responseBytes}
   */
  public WatchedOutputStream(OutputStream out, Watcher watcher) {
    super(out);
    this.watcher = watcher;
  }

  @Override
  public void write(int value) throws IOException {
    try {
      watcher.bytes(single.put(0, (byte) value));
    } catch (RuntimeException | Error ours) {
      // The application writes on.
    }
    out.write(value);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    tell(bytes, offset, count);
    out.write(bytes, offset, count);
  }

  private void tell(byte[] bytes, int offset, int count) {
    try {
      watcher.bytes(ByteBuffer.wrap(bytes, offset, count));
    } catch (RuntimeException | Error ours) {
      // Also of bounds that are wrong: the stream itself says so.
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
