package ai.automagik.tracing.instrumentation.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * The body of a response, seen while the application reads it: what was read is copied, and nothing
 * is read for its own sake. As thread-safe as the stream that it is made of.
 */
public final class WatchedInputStream extends FilterInputStream {
  private final HttpCall call;

  /** For bytes that are read one by one. */
  private final ByteBuffer single = ByteBuffer.allocate(1);

  private final long length;

  /** What the application may hold instead of this; neither is gone while the other is there. */
  @SuppressWarnings({"unused", "FieldCanBeLocal"})
  private final Object carrier;

  /** Offsets: of the next byte, of the first that nobody has read yet, and of the mark. */
  private long position;

  private long firstUnread;
  private long marked;

  /**
   * @param carrier what {@link HttpCall#deliveredBy} was told
   * @param length of the whole body; negative when it is not known
   */
  public WatchedInputStream(InputStream in, HttpCall call, Object carrier, long length) {
    super(in);
    this.call = call;
    this.carrier = carrier;
    this.length = length;
    if (length == 0) {
      call.ended(null);
    }
  }

  @Override
  public int read() throws IOException {
    int value;
    try {
      value = in.read();
    } catch (IOException | RuntimeException | Error failure) {
      call.ended(failure);
      throw failure;
    }
    if (value < 0) {
      call.ended(null);
    } else {
      single.put(0, (byte) value);
      arrived(single, 1);
    }
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    int read;
    try {
      read = in.read(bytes, offset, count);
    } catch (IOException | RuntimeException | Error failure) {
      call.ended(failure);
      throw failure;
    }
    if (read < 0) {
      call.ended(null);
    } else {
      arrived(ByteBuffer.wrap(bytes, offset, read), read);
    }
    return read;
  }

  private void arrived(ByteBuffer bytes, int count) {
    try {
      position += count;
      int fresh = (int) Math.min(count, position - firstUnread);
      if (fresh > 0) {
        call.responseBytes(bytes.position(bytes.limit() - fresh));
        firstUnread = position;
      }
      if (position == length) {
        call.ended(null);
      }
    } catch (RuntimeException | Error ours) {
      // The application reads on.
    }
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = in.skip(count);
    position += skipped;
    firstUnread = Math.max(firstUnread, position);
    return skipped;
  }

  @Override
  public synchronized void mark(int limit) {
    in.mark(limit);
    marked = position;
  }

  @Override
  public synchronized void reset() throws IOException {
    in.reset();
    position = marked;
  }

  @Override
  public void close() throws IOException {
    try {
      in.close();
    } finally {
      call.cancelled();
    }
  }
}
