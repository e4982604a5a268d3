package ai.automagik.tracing.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Everything that a process wrote to one of its streams, read by a daemon thread. */
final class CapturedOutput {

  private final Object lock = new Object();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Thread reader;
  private boolean ended;

  CapturedOutput(InputStream stream, String threadName) {
    reader = new Thread(() -> read(stream), threadName);
    reader.setDaemon(true);
    reader.start();
  }

  byte[] bytes() {
    synchronized (lock) {
      return bytes.toByteArray();
    }
  }

  /** Waits for the end of the stream, which a grandchild of the process can hold open. */
  void awaitEnd(long timeoutMillis) throws InterruptedException {
    reader.join(timeoutMillis);
  }

  /** Returns the first complete line that matches; null at the deadline or the end. */
  @Nullable String awaitLine(Predicate<String> condition, long timeoutMillis)
      throws InterruptedException {
    long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    synchronized (lock) {
      while (true) {
        String line = findLine(condition);
        long leftNanos = deadlineNanos - System.nanoTime();
        if (line != null || ended || leftNanos <= 0) {
          return line;
        }
        TimeUnit.NANOSECONDS.timedWait(lock, leftNanos);
      }
    }
  }

  private @Nullable String findLine(Predicate<String> condition) {
    String text = bytes.toString(UTF_8);
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      String line = text.substring(start, end).stripTrailing();
      if (condition.test(line)) {
        return line;
      }
      start = end + 1;
    }
    return null;
  }

  private void read(InputStream stream) {
    byte[] buffer = new byte[8192];
    try (stream) {
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        synchronized (lock) {
          bytes.write(buffer, 0, count);
          lock.notifyAll();
        }
      }
    } catch (IOException e) {
      // The stream of a killed process may break instead of ending.
    } finally {
      synchronized (lock) {
        ended = true;
        lock.notifyAll();
      }
    }
  }
}
