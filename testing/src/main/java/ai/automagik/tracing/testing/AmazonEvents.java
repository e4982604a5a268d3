package ai.automagik.tracing.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Messages of {@code application/vnd.amazon.eventstream}, each char a byte. Stateless. */
final class AmazonEvents {
  static final String CONTENT_TYPE = "application/vnd.amazon.eventstream";

  private static final byte TEXT = 7;

  private AmazonEvents() {}

  /** One event with a payload of JSON. */
  static String event(String type, String json) {
    ByteArrayOutputStream headers = new ByteArrayOutputStream();
    header(headers, ":event-type", type);
    header(headers, ":content-type", "application/json");
    header(headers, ":message-type", "event");
    byte[] payload = json.getBytes(UTF_8);
    byte[] bytes = new byte[16 + headers.size() + payload.length];
    ByteBuffer message = ByteBuffer.wrap(bytes);
    message.putInt(bytes.length).putInt(headers.size());
    message.putInt(checksum(bytes, message.position()));
    message.put(headers.toByteArray()).put(payload);
    message.putInt(checksum(bytes, message.position()));
    return new String(bytes, ISO_8859_1);
  }

  private static void header(ByteArrayOutputStream headers, String name, String value) {
    headers.write(name.length());
    headers.writeBytes(name.getBytes(UTF_8));
    headers.write(TEXT);
    headers.write(value.length() >> 8);
    headers.write(value.length());
    headers.writeBytes(value.getBytes(UTF_8));
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, length);
    return (int) checksum.getValue();
  }
}
