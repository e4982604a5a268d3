package ai.automagik.tracing.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolFileTest {
  @TempDir Path folder;

  @Test
  void beginsWithAHeader() throws IOException {
    try (SpoolFile file = new SpoolFile(folder, 1000)) {
      assertThat(Files.readAllBytes(folder.resolve("0001.otlp")))
          .isEqualTo(new byte[] {'A', 'M', 'S', 'P', 'O', 'O', 'L', '\n', 0, 0, 0, 1, 0, 0, 0, 0});
      assertThat(file.bytes()).isEqualTo(16);
      assertThat(file.files()).isEqualTo(1);
    }
  }

  @Test
  void everyFrameIsInTheFileWhenAppendReturns() throws IOException {
    try (SpoolFile file = new SpoolFile(folder, 1000)) {
      assertThat(file.append(text("first, and more"), 5)).isFalse();
      assertThat(SpoolFrames.read(folder.resolve("0001.otlp"))).containsExactly(text("first"));

      file.append(text("second"), 6);
      assertThat(SpoolFrames.read(folder.resolve("0001.otlp")))
          .containsExactly(text("first"), text("second"));
      assertThat(file.bytes()).isEqualTo(Files.size(folder.resolve("0001.otlp")));
    }
  }

  @Test
  void theLayoutOfAFrame() throws IOException {
    try (SpoolFile file = new SpoolFile(folder, 1000)) {
      file.append(text("123456789"), 9);
    }

    byte[] bytes = Files.readAllBytes(folder.resolve("0001.otlp"));
    // 0xe3069283 is the check value of CRC-32C.
    assertThat(bytes)
        .endsWith(
            new byte[] {
              0,
              0,
              0,
              9,
              (byte) 0xe3,
              0x06,
              (byte) 0x92,
              (byte) 0x83,
              '1',
              '2',
              '3',
              '4',
              '5',
              '6',
              '7',
              '8',
              '9'
            });
  }

  @Test
  void rollsBeforeAFileBecomesTooLong() throws IOException {
    byte[] payload = new byte[40];
    try (SpoolFile file = new SpoolFile(folder, 120)) {
      assertThat(file.append(payload, 40)).isFalse();
      assertThat(file.append(payload, 40)).isFalse();
      assertThat(file.append(payload, 40)).isTrue();
      assertThat(file.files()).isEqualTo(2);
      assertThat(file.bytes()).isEqualTo(2 * 16 + 3 * 48);
    }

    assertThat(SpoolFrames.files(folder))
        .extracting(each -> each.getFileName().toString())
        .containsExactly("0001.otlp", "0002.otlp");
    assertThat(SpoolFrames.read(folder.resolve("0001.otlp"))).hasSize(2);
    assertThat(SpoolFrames.read(folder.resolve("0002.otlp"))).hasSize(1);
  }

  @Test
  void aFrameLongerThanAFileIsWrittenAllTheSame() throws IOException {
    byte[] payload = new byte[5 << 20];
    new Random(1).nextBytes(payload);
    try (SpoolFile file = new SpoolFile(folder, 100)) {
      assertThat(file.append(payload, payload.length)).isFalse();
      assertThat(file.append(payload, payload.length)).isTrue();
    }

    assertThat(SpoolFrames.read(folder.resolve("0001.otlp"))).containsExactly(payload);
    assertThat(SpoolFrames.read(folder.resolve("0002.otlp"))).containsExactly(payload);
  }

  @Test
  void onlyTheOwnerMayRead() throws IOException {
    new SpoolFile(folder, 1000).close();

    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("0001.otlp"))))
        .isEqualTo("rw-------");
  }

  @Test
  void neverWritesIntoAFileOfSomebodyElse() throws IOException {
    Files.writeString(folder.resolve("0001.otlp"), "theirs");

    assertThatThrownBy(() -> new SpoolFile(folder, 1000))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(folder.resolve("0001.otlp")).hasContent("theirs");
  }

  @Test
  void neverFollowsALink() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "theirs");
    Files.createSymbolicLink(folder.resolve("0001.otlp"), target);

    assertThatThrownBy(() -> new SpoolFile(folder, 1000)).isInstanceOf(IOException.class);
    assertThat(target).hasContent("theirs");
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
