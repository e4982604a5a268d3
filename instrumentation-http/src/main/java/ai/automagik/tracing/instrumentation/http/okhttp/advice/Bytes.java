package ai.automagik.tracing.instrumentation.http.okhttp.advice;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import okio.Buffer;

/** Shows the bytes that are in a buffer, where they are. Stateless. */
final class Bytes {
  private Bytes() {}

  static void of(Buffer buffer, long offset, long count, Consumer<ByteBuffer> to) {
    if (count <= 0) {
      return;
    }
    try (Buffer.UnsafeCursor cursor = buffer.readUnsafe(new Buffer.UnsafeCursor())) {
      long left = count;
      int length = cursor.seek(offset);
      while (length > 0 && left > 0) {
        int shown = (int) Math.min(length, left);
        to.accept(ByteBuffer.wrap(cursor.data, cursor.start, shown));
        left -= shown;
        length = cursor.next();
      }
    }
  }
}
