package ai.automagik.tracing.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolFolderTest {
  private static final Duration NOW = Duration.ZERO;
  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final String OWN = "20260105-000000-5-0000";
  private static final String FIRST = "20260101-000000-1-0000";
  private static final String SECOND = "20260102-000000-2-0000";

  @TempDir Path home;

  @Test
  void foldersBelongToTheOwnerAlone() throws IOException {
    Path run = folder(1000).create(OWN);

    assertThat(run).isEqualTo(home.resolve("spool").resolve(OWN)).isDirectory();
    for (Path each : List.of(run, run.getParent())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void aHomeThatIsMissingIsMadeForTheOwnerAlone() throws IOException {
    Path missing = home.resolve("missing");
    new SpoolFolder(missing.toFile(), 1000, 30).create(OWN);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(missing)))
        .isEqualTo("rwx------");
  }

  @Test
  void theOldestFilesGoFirstUntilTheRestFits() throws IOException {
    run(FIRST, 3, AN_HOUR);
    run(SECOND, 1, AN_HOUR);
    run(OWN, 1, NOW);

    folder(300).prune(OWN);

    assertThat(remaining())
        .containsExactly(FIRST + "/0003.otlp", SECOND + "/0001.otlp", OWN + "/0001.otlp");
  }

  @Test
  void whatFitsStays() throws IOException {
    run(FIRST, 2, AN_HOUR);
    run(OWN, 1, NOW);

    folder(300).prune(OWN);

    assertThat(remaining()).hasSize(3);
  }

  @Test
  void aRunWithoutFilesGoesAltogether() throws IOException {
    run(FIRST, 2, AN_HOUR);
    run(OWN, 1, NOW);

    folder(100).prune(OWN);

    assertThat(home.resolve("spool").resolve(FIRST)).doesNotExist();
    assertThat(remaining()).containsExactly(OWN + "/0001.otlp");
  }

  @Test
  void theOwnNewestFileStaysWhateverItsSize() throws IOException {
    run(OWN, 3, NOW);

    folder(1).prune(OWN);

    assertThat(remaining()).containsExactly(OWN + "/0003.otlp");
  }

  @Test
  void othersArePrunedAlsoBeforeTheOwnFirstFile() throws IOException {
    run(FIRST, 2, AN_HOUR);
    run(OWN, 0, NOW);

    folder(100).prune(OWN);

    assertThat(remaining()).containsExactly(FIRST + "/0002.otlp");
  }

  @Test
  void theNewestFileOfAnotherRunThatIsAliveStays() throws IOException {
    run(FIRST, 2, NOW);
    run(SECOND, 1, AN_HOUR);
    run(OWN, 1, NOW);

    folder(1).prune(OWN);

    assertThat(remaining()).containsExactly(FIRST + "/0002.otlp", OWN + "/0001.otlp");
    assertThat(home.resolve("spool").resolve(FIRST).resolve("run.json")).exists();
  }

  @Test
  void aSignOfLifeIsEnoughToBeAlive() throws IOException {
    Path run = run(FIRST, 1, AN_HOUR);
    age(run.resolve("run.json"), NOW);
    run(OWN, 1, NOW);

    folder(1).prune(OWN);

    assertThat(remaining()).containsExactly(FIRST + "/0001.otlp", OWN + "/0001.otlp");
  }

  @Test
  void aRunThatIsTooOldGoes() throws IOException {
    run(FIRST, 1, Duration.ofDays(31));
    run(SECOND, 1, Duration.ofDays(29));
    run(OWN, 1, Duration.ofDays(31));

    folder(1 << 20).prune(OWN);

    assertThat(home.resolve("spool").resolve(FIRST)).doesNotExist();
    assertThat(remaining()).containsExactly(SECOND + "/0001.otlp", OWN + "/0001.otlp");
  }

  @Test
  void ageCountsFromTheLastSignOfLife() throws IOException {
    Path run = run(FIRST, 1, Duration.ofDays(31));
    age(run.resolve("run.json"), Duration.ofDays(1));

    folder(1 << 20).prune(OWN);

    assertThat(remaining()).containsExactly(FIRST + "/0001.otlp");
  }

  @Test
  void otherFilesInTheSpoolAreLeftAlone() throws IOException {
    Files.createDirectories(home.resolve("spool"));
    Path file = Files.writeString(home.resolve("spool/README"), "x".repeat(1000));
    age(file, Duration.ofDays(365));

    folder(1).prune(OWN);

    assertThat(file).exists();
  }

  @Test
  void withoutASpoolThereIsNothingToPrune() {
    folder(1).prune(OWN);

    assertThat(home.resolve("spool")).doesNotExist();
  }

  private SpoolFolder folder(long maxBytes) {
    return new SpoolFolder(home.toFile(), maxBytes, 30);
  }

  /** A run with files of 100 bytes and a run.json, all last written so long ago. */
  private Path run(String name, int files, Duration age) throws IOException {
    Path run = Files.createDirectories(home.resolve("spool").resolve(name));
    for (int i = 1; i <= files; i++) {
      age(Files.write(run.resolve("000" + i + ".otlp"), new byte[100]), age);
    }
    age(Files.writeString(run.resolve("run.json"), "{}"), age);
    age(run, age);
    return run;
  }

  private static void age(Path path, Duration age) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(age)));
  }

  private List<String> remaining() throws IOException {
    Path spool = home.resolve("spool");
    try (Stream<Path> all = Files.walk(spool)) {
      return all.filter(path -> path.toString().endsWith(".otlp"))
          .map(path -> spool.relativize(path).toString())
          .sorted()
          .toList();
    }
  }
}
