package ai.automagik.tracing.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** Reads spool files by the letter of their format. */
final class SpoolFrames {
  private SpoolFrames() {}

  /** The payloads of one file; fails unless all of it is well formed. */
  static List<byte[]> read(Path file) throws IOException {
    List<byte[]> payloads = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    readSoFar(bytes, payloads);
    assertThat(bytes.remaining()).isZero();
    return payloads;
  }

  /** Reads what is complete, and leaves the rest. */
  private static void readSoFar(ByteBuffer bytes, List<byte[]> payloads) {
    if (bytes.remaining() < 16) {
      return;
    }
    byte[] magic = new byte[8];
    bytes.get(magic);
    assertThat(new String(magic, StandardCharsets.US_ASCII)).isEqualTo("AMSPOOL\n");
    assertThat(bytes.getInt()).isEqualTo(1);
    assertThat(bytes.getInt()).isZero();
    while (bytes.remaining() >= 8 && bytes.remaining() - 8 >= bytes.getInt(bytes.position())) {
      byte[] payload = new byte[bytes.getInt()];
      int crc = bytes.getInt();
      bytes.get(payload);
      CRC32C expected = new CRC32C();
      expected.update(payload);
      assertThat(crc).isEqualTo((int) expected.getValue());
      payloads.add(payload);
    }
  }

  /** The spool files in a folder, in order; none when there is no folder. */
  static List<Path> files(Path run) throws IOException {
    try (Stream<Path> files = Files.list(run)) {
      return files.filter(file -> file.toString().endsWith(".otlp")).sorted().toList();
    } catch (NoSuchFileException absent) {
      return List.of();
    }
  }

  /** All records of all files of a run that are complete by now, in order. */
  static List<Span> spans(Path run) throws IOException {
    List<Span> spans = new ArrayList<>();
    for (Path file : files(run)) {
      List<byte[]> payloads = new ArrayList<>();
      readSoFar(ByteBuffer.wrap(Files.readAllBytes(file)), payloads);
      for (byte[] payload : payloads) {
        spans.addAll(DecodedSpans.spans(DecodedSpans.decode(ByteBuffer.wrap(payload))));
      }
    }
    return spans;
  }
}
