package ai.automagik.tracing.core.export;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * A growing byte array that protobuf fields are appended to. Confined to one thread, and used again
 * and again.
 *
 * <p>A nested message is written in place: {@link #begin} leaves room for the longest length,
 * {@link #end} moves the content up to the length that it turned out to have. As a stream it takes
 * the bytes of a string field.
 */
final class ProtoBuffer extends OutputStream {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  /** Lengths up to 2^31 take five bytes. */
  private static final int MAX_LENGTH_BYTES = 5;

  private byte[] bytes = new byte[64 * 1024];
  private int size;

  /** Gives up all content, and memory beyond what a usual batch needs. */
  void clear() {
    if (bytes.length > 4 << 20) {
      bytes = new byte[64 * 1024];
    }
    size = 0;
  }

  int size() {
    return size;
  }

  /** Takes back everything after an earlier {@link #size()}. */
  void truncate(int earlierSize) {
    size = earlierSize;
  }

  /** The content up to {@link #size()}. Shared: valid until the next change. */
  byte[] array() {
    return bytes;
  }

  @Override
  public void write(int b) {
    ensure(1);
    bytes[size++] = (byte) b;
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    ensure(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
  }

  void varintField(int field, long value) {
    tag(field, VARINT);
    varint(value);
  }

  void fixed64Field(int field, long value) {
    tag(field, FIXED64);
    ensure(8);
    for (int shift = 0; shift < 64; shift += 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  void fixed32Field(int field, int value) {
    tag(field, FIXED32);
    ensure(4);
    for (int shift = 0; shift < 32; shift += 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  void doubleField(int field, double value) {
    fixed64Field(field, Double.doubleToRawLongBits(value));
  }

  void bytesField(int field, byte[] value) {
    tag(field, BYTES);
    varint(value.length);
    write(value, 0, value.length);
  }

  /** 16 bytes of a trace id. */
  void idField(int field, long high, long low) {
    tag(field, BYTES);
    varint(16);
    bigEndian(high);
    bigEndian(low);
  }

  /** 8 bytes of a span id. */
  void idField(int field, long id) {
    tag(field, BYTES);
    varint(8);
    bigEndian(id);
  }

  /** Text in UTF-8; what is no valid text becomes {@code ?}, as {@link String#getBytes} has it. */
  void stringField(int field, String value) {
    int message = begin(field);
    utf8(value);
    end(message);
  }

  /** Begins a nested message or string, and returns what {@link #end} needs. */
  int begin(int field) {
    tag(field, BYTES);
    ensure(MAX_LENGTH_BYTES);
    size += MAX_LENGTH_BYTES;
    return size;
  }

  /** Ends what was begun last. */
  void end(int start) {
    int length = size - start;
    int lengthBytes = varintSize(length);
    size = start - MAX_LENGTH_BYTES;
    varint(length);
    System.arraycopy(bytes, start, bytes, start - MAX_LENGTH_BYTES + lengthBytes, length);
    size += length;
  }

  private void utf8(String value) {
    int length = value.length();
    ensure(3L * length);
    byte[] target = bytes;
    int at = size;
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c < 0x80) {
        target[at++] = (byte) c;
      } else if (c < 0x800) {
        target[at++] = (byte) (0xc0 | (c >> 6));
        target[at++] = (byte) (0x80 | (c & 0x3f));
      } else if (!Character.isSurrogate(c)) {
        target[at++] = (byte) (0xe0 | (c >> 12));
        target[at++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        target[at++] = (byte) (0x80 | (c & 0x3f));
      } else if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        int codePoint = Character.toCodePoint(c, value.charAt(++i));
        target[at++] = (byte) (0xf0 | (codePoint >> 18));
        target[at++] = (byte) (0x80 | ((codePoint >> 12) & 0x3f));
        target[at++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
        target[at++] = (byte) (0x80 | (codePoint & 0x3f));
      } else {
        target[at++] = '?';
      }
    }
    size = at;
  }

  private void tag(int field, int wireType) {
    varint(((long) field << 3) | wireType);
  }

  private void varint(long value) {
    ensure(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  private static int varintSize(int value) {
    return value == 0 ? 1 : (38 - Integer.numberOfLeadingZeros(value)) / 7;
  }

  private void bigEndian(long value) {
    ensure(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  private void ensure(long more) {
    long needed = size + more;
    if (needed > bytes.length) {
      if (needed > Integer.MAX_VALUE - 64) {
        throw new IllegalStateException("a batch of " + needed + " bytes is too large");
      }
      bytes =
          Arrays.copyOf(
              bytes, (int) Math.min(Integer.MAX_VALUE - 64, Math.max(needed, 2L * bytes.length)));
    }
  }
}
