package ai.automagik.tracing.core.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * The files of one run, written frame by frame: a header, then {@code [u32 length][u32
 * CRC32C][payload]} with big-endian numbers. Confined to the spool's thread.
 *
 * <p>Every frame reaches the operating system before {@link #append} returns, so it survives the
 * death of the JVM.
 */
final class SpoolFile implements AutoCloseable {
  static final byte[] MAGIC = "AMSPOOL\n".getBytes(StandardCharsets.US_ASCII);
  static final int VERSION = 1;
  static final int HEADER_BYTES = 16;

  /** The JDK keeps a copy outside the heap of the largest write of each thread. */
  private static final int MAX_WRITE_BYTES = 1 << 20;

  private final Path folder;
  private final long maxFileBytes;
  private FileChannel channel;
  private int number = 1;
  private long fileBytes;
  private long closedBytes;

  /**
   * @throws IOException when the first file cannot be made
   */
  SpoolFile(Path folder, long maxFileBytes) throws IOException {
    this.folder = folder;
    this.maxFileBytes = maxFileBytes;
    this.channel = open();
  }

  /**
   * Writes one frame.
   *
   * @return whether a new file was begun for it
   * @throws IOException when it cannot be written; the file then ends with the frame before
   */
  boolean append(byte[] payload, int length) throws IOException {
    boolean roll = fileBytes > HEADER_BYTES && fileBytes + length > maxFileBytes;
    if (roll) {
      closedBytes += fileBytes;
      channel.close();
      number++;
      channel = open();
    }
    CRC32C crc = new CRC32C();
    crc.update(payload, 0, length);
    ByteBuffer head = ByteBuffer.allocate(8).putInt(length).putInt((int) crc.getValue()).flip();
    try {
      writeFully(head);
      writeFully(ByteBuffer.wrap(payload, 0, length));
    } catch (IOException e) {
      channel.truncate(fileBytes);
      throw e;
    }
    fileBytes += 8 + length;
    return roll;
  }

  /** Files begun so far. */
  int files() {
    return number;
  }

  /** Bytes written so far to all files. */
  long bytes() {
    return closedBytes + fileBytes;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private FileChannel open() throws IOException {
    Path file = folder.resolve(String.format(Locale.ROOT, "%04d.otlp", number));
    channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            SpoolFolder.fileAttributes(folder));
    fileBytes = 0;
    writeFully(ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(VERSION).putInt(0).flip());
    fileBytes = HEADER_BYTES;
    return channel;
  }

  private void writeFully(ByteBuffer bytes) throws IOException {
    int end = bytes.limit();
    while (bytes.position() < end) {
      bytes.limit(Math.min(end, bytes.position() + MAX_WRITE_BYTES));
      channel.write(bytes);
    }
  }
}
