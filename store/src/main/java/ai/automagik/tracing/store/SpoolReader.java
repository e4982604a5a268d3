package ai.automagik.tracing.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames of one spool file in order, from any frame boundary on.
 *
 * <p>Bad files never throw: reading ends, and {@link #stop()} says where and why. To tail a file,
 * open it again later at the offset where reading ended; a frame is returned whole or not at all,
 * so that run, file and offset identify it for ever. At most one frame (64 MB) is held at a time.
 *
 * <p>Not thread-safe.
 */
public final class SpoolReader implements AutoCloseable {
  /** Length of the file header; the offset of the first frame. */
  public static final int HEADER_BYTES = 16;

  /** The newest format version that this reader knows. */
  public static final int VERSION = 1;

  /** No frame is longer than this. */
  public static final int MAX_FRAME_BYTES = 64 << 20;

  private static final byte[] MAGIC = "AMSPOOL\n".getBytes(US_ASCII);
  private static final int FRAME_HEADER_BYTES = 8;

  private final @Nullable FileChannel channel;
  private final ByteBuffer frameHeader = ByteBuffer.allocate(FRAME_HEADER_BYTES);
  private long offset;
  private @Nullable SpoolStop stop;

  private SpoolReader(@Nullable FileChannel channel, long offset) {
    this.channel = channel;
    this.offset = offset;
  }

  /**
   * Opens a file for reading from a frame boundary.
   *
   * @param offset in bytes: 0 for the whole file, or what {@link Frame#nextOffset()}, {@link
   *     #offset()} or {@link SpoolStop#offset()} gave before
   */
  public static SpoolReader open(Path file, long offset) {
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ);
    } catch (IOException | UnsupportedOperationException | SecurityException e) {
      SpoolReader reader = new SpoolReader(null, offset);
      reader.end(SpoolStop.Reason.UNREADABLE, e.getClass().getSimpleName());
      return reader;
    }
    SpoolReader reader = new SpoolReader(channel, offset);
    try {
      reader.readFileHeader(channel);
    } catch (IOException e) {
      reader.end(SpoolStop.Reason.UNREADABLE, e.getClass().getSimpleName());
    }
    return reader;
  }

  /** Returns the next frame, or null when reading has ended. */
  public @Nullable Frame next() {
    if (stop != null || channel == null) {
      return null;
    }
    try {
      return readFrame(channel);
    } catch (IOException e) {
      end(SpoolStop.Reason.UNREADABLE, e.getClass().getSimpleName());
      return null;
    }
  }

  /** Returns the bytes from the start of the file to the end of the last frame returned. */
  public long offset() {
    return offset;
  }

  /**
   * Returns where and why reading ended.
   *
   * @throws IllegalStateException while {@link #next()} has not returned null
   */
  public SpoolStop stop() {
    if (stop == null) {
      throw new IllegalStateException("reading has not ended: call next() until it returns null");
    }
    return stop;
  }

  @Override
  public void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException ignored) {
        // Nothing was written, so nothing can be lost.
      }
    }
  }

  private void readFileHeader(FileChannel file) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    int headerBytes = readFully(file, header, 0);
    int magicBytes = Math.min(headerBytes, MAGIC.length);
    if (!Arrays.equals(header.array(), 0, magicBytes, MAGIC, 0, magicBytes)) {
      offset = 0;
      end(SpoolStop.Reason.CORRUPT, "not a spool file");
    } else if (headerBytes < HEADER_BYTES) {
      offset = 0;
      end(SpoolStop.Reason.TORN, "the header is incomplete");
    } else if (header.getInt(MAGIC.length) != VERSION) {
      long version = Integer.toUnsignedLong(header.getInt(MAGIC.length));
      if (version < VERSION) {
        end(SpoolStop.Reason.CORRUPT, "format version " + version + " does not exist");
      } else {
        end(
            SpoolStop.Reason.NEWER_VERSION,
            "format version " + version + ", this reader knows " + VERSION);
      }
    } else {
      offset = Math.max(offset, HEADER_BYTES);
    }
  }

  private @Nullable Frame readFrame(FileChannel file) throws IOException {
    long availableBytes = file.size() - offset;
    if (availableBytes == 0) {
      return end(SpoolStop.Reason.COMPLETE, "");
    }
    if (availableBytes < 0) {
      return end(SpoolStop.Reason.CORRUPT, "the file is shorter than what was read before");
    }
    frameHeader.clear();
    if (readFully(file, frameHeader, offset) < FRAME_HEADER_BYTES) {
      return end(SpoolStop.Reason.TORN, "the last frame is incomplete");
    }
    int length = frameHeader.getInt(0);
    if (length <= 0 || length > MAX_FRAME_BYTES) {
      return end(
          SpoolStop.Reason.CORRUPT, "frame length " + Integer.toUnsignedLong(length) + " is bad");
    }
    if (availableBytes - FRAME_HEADER_BYTES < length) {
      return end(SpoolStop.Reason.TORN, "the last frame is incomplete");
    }
    ByteBuffer payload = ByteBuffer.allocate(length);
    if (readFully(file, payload, offset + FRAME_HEADER_BYTES) < length) {
      return end(SpoolStop.Reason.TORN, "the last frame is incomplete");
    }
    CRC32C checksum = new CRC32C();
    checksum.update(payload.array());
    if ((int) checksum.getValue() != frameHeader.getInt(4)) {
      return end(SpoolStop.Reason.CORRUPT, "checksum mismatch");
    }
    ExportTraceServiceRequest request;
    try {
      request = ExportTraceServiceRequest.parseFrom(payload.array());
    } catch (InvalidProtocolBufferException e) {
      return end(SpoolStop.Reason.CORRUPT, "the frame is not OTLP");
    }
    Frame frame = new Frame(offset, offset + FRAME_HEADER_BYTES + length, request);
    offset = frame.nextOffset();
    return frame;
  }

  private @Nullable Frame end(SpoolStop.Reason reason, String detail) {
    stop = new SpoolStop(reason, offset, detail);
    return null;
  }

  private static int readFully(FileChannel file, ByteBuffer target, long position)
      throws IOException {
    while (target.hasRemaining()) {
      if (file.read(target, position + target.position()) < 0) {
        break;
      }
    }
    return target.position();
  }
}
