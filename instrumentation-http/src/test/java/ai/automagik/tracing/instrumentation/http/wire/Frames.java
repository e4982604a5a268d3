package ai.automagik.tracing.instrumentation.http.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;

/** Streams of Amazon's messages, as Bedrock sends them. */
final class Frames {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Frames event(String type, String payload) {
    return message(":event-type", type, payload);
  }

  Frames exception(String type, String payload) {
    return message(":exception-type", type, payload);
  }

  /** An event of InvokeModelWithResponseStream, which wraps the model's own. */
  Frames chunk(String json) {
    String base64 = Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
    return event("chunk", "{\"bytes\":\"" + base64 + "\",\"p\":\"abcdef\"}");
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private Frames message(String header, String value, String payload) {
    byte[] headers =
        concat(header(header, value), header(":content-type", "application/json"), number());
    byte[] body = payload.getBytes(UTF_8);
    ByteBuffer message = ByteBuffer.allocate(12 + headers.length + body.length + 4);
    message.putInt(message.capacity()).putInt(headers.length);
    message.putInt(checksum(message.array(), 8)).put(headers).put(body);
    message.putInt(checksum(message.array(), message.position()));
    out.writeBytes(message.array());
    return this;
  }

  private static byte[] header(String name, String value) {
    ByteBuffer header = ByteBuffer.allocate(1 + name.length() + 1 + 2 + value.length());
    header.put((byte) name.length()).put(name.getBytes(UTF_8)).put((byte) 7);
    return header.putShort((short) value.length()).put(value.getBytes(UTF_8)).array();
  }

  /** A header of another type, which is to be passed over. */
  private static byte[] number() {
    return ByteBuffer.allocate(7).put((byte) 1).put((byte) 'n').put((byte) 4).putInt(9).array();
  }

  private static byte[] concat(byte[]... pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, length);
    return (int) checksum.getValue();
  }
}
