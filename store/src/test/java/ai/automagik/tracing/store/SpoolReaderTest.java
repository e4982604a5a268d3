package ai.automagik.tracing.store;

import static ai.automagik.tracing.store.SpoolFixture.frameBytes;
import static ai.automagik.tracing.store.SpoolFixture.header;
import static ai.automagik.tracing.store.SpoolFixture.join;
import static ai.automagik.tracing.store.SpoolFixture.request;
import static ai.automagik.tracing.store.SpoolFixture.span;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolReaderTest {
  private static final byte[] FIRST = frame("first");
  private static final byte[] SECOND = frame("second");

  @TempDir Path folder;

  private record Reading(List<String> names, List<Long> offsets, SpoolStop stop) {}

  @Test
  void readsEveryFrameToTheEnd() throws IOException {
    Reading reading = read(write(header(1), FIRST, SECOND), 0);

    assertThat(reading.names()).containsExactly("first", "second");
    assertThat(reading.offsets()).containsExactly(16L, 16L + FIRST.length);
    assertThat(reading.stop())
        .isEqualTo(
            new SpoolStop(SpoolStop.Reason.COMPLETE, 16L + FIRST.length + SECOND.length, ""));
  }

  @Test
  void goesOnFromAnOffset() throws IOException {
    Reading reading = read(write(header(1), FIRST, SECOND), 16 + FIRST.length);

    assertThat(reading.names()).containsExactly("second");
  }

  @Test
  void tailsAFileThatGrowsByteByByteAndSeesEachFrameOnce() throws IOException {
    byte[] whole = join(header(1), FIRST, SECOND);
    Path file = write();
    List<String> names = new ArrayList<>();
    long offset = 0;
    for (byte next : whole) {
      Files.write(file, new byte[] {next}, StandardOpenOption.APPEND);
      Reading reading = read(file, offset);
      assertThat(reading.stop().reason()).isIn(SpoolStop.Reason.TORN, SpoolStop.Reason.COMPLETE);
      names.addAll(reading.names());
      offset = reading.stop().offset();
    }

    assertThat(names).containsExactly("first", "second");
    assertThat(offset).isEqualTo(whole.length);
  }

  @Test
  void stopsBeforeATornFrame() throws IOException {
    Reading reading = read(write(header(1), FIRST, Arrays.copyOf(SECOND, SECOND.length - 1)), 0);

    assertThat(reading.names()).containsExactly("first");
    assertThat(reading.stop().reason()).isEqualTo(SpoolStop.Reason.TORN);
    assertThat(reading.stop().offset()).isEqualTo(16L + FIRST.length);
  }

  @Test
  void stopsAtAChecksumMismatch() throws IOException {
    byte[] damaged = SECOND.clone();
    damaged[damaged.length - 1] ^= 1;
    Reading reading = read(write(header(1), FIRST, damaged, FIRST), 0);

    assertThat(reading.names()).containsExactly("first");
    assertThat(reading.stop())
        .isEqualTo(
            new SpoolStop(SpoolStop.Reason.CORRUPT, 16L + FIRST.length, "checksum mismatch"));
  }

  @Test
  void stopsAtALengthThatNoFrameHas() throws IOException {
    for (int length : new int[] {0, -1, (64 << 20) + 1}) {
      byte[] damaged = SECOND.clone();
      ByteBuffer.wrap(damaged).putInt(length);
      Reading reading = read(write(header(1), FIRST, damaged), 0);

      assertThat(reading.names()).containsExactly("first");
      assertThat(reading.stop().reason()).isEqualTo(SpoolStop.Reason.CORRUPT);
    }
  }

  @Test
  void stopsAtAFrameThatIsNotOtlp() throws IOException {
    Reading reading = read(write(header(1), FIRST, frameBytes(new byte[] {-1, -1})), 0);

    assertThat(reading.names()).containsExactly("first");
    assertThat(reading.stop().detail()).isEqualTo("the frame is not OTLP");
  }

  @Test
  void skipsAFileOfANewerVersion() throws IOException {
    Reading reading = read(write(header(2), FIRST), 0);

    assertThat(reading.names()).isEmpty();
    assertThat(reading.stop().reason()).isEqualTo(SpoolStop.Reason.NEWER_VERSION);
    assertThat(reading.stop().detail()).isEqualTo("format version 2, this reader knows 1");
  }

  @Test
  void tellsAForeignFileFromAnIncompleteHeader() throws IOException {
    assertThat(read(write("AMSPO".getBytes(UTF_8)), 0).stop().reason())
        .isEqualTo(SpoolStop.Reason.TORN);
    assertThat(read(write(), 0).stop().reason()).isEqualTo(SpoolStop.Reason.TORN);
    assertThat(read(write("PK\003\004".getBytes(UTF_8)), 0).stop().reason())
        .isEqualTo(SpoolStop.Reason.CORRUPT);
    assertThat(read(write(header(0), FIRST), 0).stop().reason())
        .isEqualTo(SpoolStop.Reason.CORRUPT);
  }

  @Test
  void reportsAFileThatShrank() throws IOException {
    assertThat(read(write(header(1), FIRST), 100_000).stop().reason())
        .isEqualTo(SpoolStop.Reason.CORRUPT);
  }

  @Test
  void reportsAFileThatCannotBeOpened() {
    Reading reading = read(folder.resolve("missing.otlp"), 0);

    assertThat(reading.stop().reason()).isEqualTo(SpoolStop.Reason.UNREADABLE);
    assertThat(reading.stop().detail()).isEqualTo("NoSuchFileException");
    assertThat(read(folder, 0).stop().reason()).isEqualTo(SpoolStop.Reason.UNREADABLE);
  }

  @Test
  void hasNoStopWhileReading() throws IOException {
    try (SpoolReader reader = SpoolReader.open(write(header(1), FIRST), 0)) {
      assertThatThrownBy(reader::stop).isInstanceOf(IllegalStateException.class);
    }
  }

  /** Every frame before the first changed byte is returned, and nothing ever throws. */
  @Test
  void survivesRandomDamage() throws IOException {
    Random random = new Random(20261121);
    List<byte[]> frames = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      frames.add(frame("span " + i + " " + "x".repeat(i * 40)));
    }
    byte[] whole = join(header(1), join(frames.toArray(byte[][]::new)));
    Path file = folder.resolve("fuzz.otlp");
    for (int round = 0; round < 2_000; round++) {
      byte[] damaged = whole.clone();
      int firstDamage = whole.length;
      for (int change = 0; change <= random.nextInt(3); change++) {
        int position = random.nextInt(damaged.length);
        byte before = damaged[position];
        damaged[position] = (byte) random.nextInt(256);
        boolean unusedHeaderWord = position >= 12 && position < SpoolReader.HEADER_BYTES;
        if (damaged[position] != before && !unusedHeaderWord) {
          firstDamage = Math.min(firstDamage, position);
        }
      }
      if (random.nextInt(4) == 0) {
        int length = random.nextInt(damaged.length);
        damaged = Arrays.copyOf(damaged, length);
        firstDamage = Math.min(firstDamage, length);
      }
      Files.write(file, damaged);

      Reading reading = read(file, 0);

      assertThat(reading.names()).hasSize(goodFrameCount(frames, firstDamage));
      assertThat(reading.stop().offset()).isLessThanOrEqualTo(damaged.length);
    }
  }

  /** Damage below a correct checksum reaches the OTLP parser and all that decodes spans. */
  @Test
  void survivesDamageThatTheChecksumDoesNotShow() throws IOException {
    Random random = new Random(42);
    byte[] payload =
        request(
                "run",
                "shop",
                SpoolFixture.failed(
                    span("ab", "cd", "ef", "chat gpt", 0, 5)
                        .addAttributes(SpoolFixture.attribute("list", List.of("a", 1, 2.5, true))),
                    "E",
                    "message",
                    "stack"))
            .toByteArray();
    Path spool = folder.resolve("spool");
    Path file = spool.resolve("run").resolve("0001.otlp");
    Files.createDirectories(file.getParent());
    for (int round = 0; round < 2_000; round++) {
      byte[] damaged = payload.clone();
      for (int change = 0; change <= random.nextInt(4); change++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, join(header(1), frameBytes(damaged)));

      TraceLookup newest = new Spool(spool).newest();

      assertThat(newest).isNotInstanceOf(TraceLookup.Several.class);
    }
  }

  private static int goodFrameCount(List<byte[]> frames, int firstDamage) {
    int end = SpoolReader.HEADER_BYTES;
    int count = 0;
    for (byte[] frame : frames) {
      end += frame.length;
      count += firstDamage >= end ? 1 : 0;
    }
    return count;
  }

  private Path write(byte[]... parts) throws IOException {
    return Files.write(folder.resolve("0001.otlp"), join(parts));
  }

  private static Reading read(Path file, long offset) {
    List<String> names = new ArrayList<>();
    List<Long> offsets = new ArrayList<>();
    try (SpoolReader reader = SpoolReader.open(file, offset)) {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        names.add(frame.request().getResourceSpans(0).getScopeSpans(0).getSpans(0).getName());
        offsets.add(frame.offset());
        assertThat(frame.nextOffset()).isEqualTo(reader.offset());
      }
      assertThat(reader.next()).isNull();
      return new Reading(names, offsets, reader.stop());
    }
  }

  private static byte[] frame(String name) {
    return frameBytes(request("run", "shop", span("ab", "cd", "", name, 0, 5)));
  }
}
