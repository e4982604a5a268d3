package ai.automagik.tracing.instrumentation.http.aws.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import software.amazon.awssdk.http.ContentStreamProvider;

/** The body of a request, seen while the HTTP client reads it, perhaps several times. */
record SentStream(ContentStreamProvider body, HttpCall call) implements ContentStreamProvider {
  @Override
  public InputStream newStream() {
    InputStream stream = body.newStream();
    call.requestBegins();
    return new Watched(stream, call);
  }

  /** What is read again after a reset is not copied again. As thread-safe as the stream. */
  private static final class Watched extends FilterInputStream {
    private final HttpCall call;

    /** Offsets: of the next byte, of the first that nobody has read yet, and of the mark. */
    private long position;

    private long firstUnread;
    private long marked;

    Watched(InputStream stream, HttpCall call) {
      super(stream);
      this.call = call;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      if (value >= 0) {
        sent(new byte[] {(byte) value}, 0, 1);
      }
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      int read = in.read(bytes, offset, count);
      if (read > 0) {
        sent(bytes, offset, read);
      }
      return read;
    }

    private void sent(byte[] bytes, int offset, int count) {
      try {
        position += count;
        int fresh = (int) Math.min(count, position - firstUnread);
        if (fresh > 0) {
          call.requestBytes(ByteBuffer.wrap(bytes, offset + count - fresh, fresh));
          firstUnread = position;
        }
      } catch (RuntimeException | Error ours) {
        // The application's request goes on.
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
  }
}
