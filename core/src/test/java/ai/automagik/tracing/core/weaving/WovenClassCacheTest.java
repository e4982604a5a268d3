package ai.automagik.tracing.core.weaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WovenClassCacheTest {
  private static final String NAME = "com/acme/Book";
  private static final byte[] ORIGINAL = {1, 2, 3, 4, 5};
  private static final byte[] WOVEN = {6, 7, 8, 9, 10, 11};

  @TempDir Path home;

  @Test
  void aLaterStartFindsWhatWasWritten() throws IOException {
    write(NAME, ORIGINAL, WOVEN);

    assertThat(cache("build").find(NAME, ORIGINAL)).isEqualTo(WOVEN);
  }

  @Test
  void nothingIsThereBeforeTheFlush() {
    WovenClassCache cache = cache("build");
    cache.keep(NAME, ORIGINAL, WOVEN);

    assertThat(home).isEmptyDirectory();
    assertThat(cache.find(NAME, ORIGINAL)).isNull();
  }

  @Test
  void onlyTheVerySameClassFileHits() throws IOException {
    write(NAME, ORIGINAL, WOVEN);

    for (int i = 0; i < ORIGINAL.length; i++) {
      byte[] other = ORIGINAL.clone();
      other[i]++;
      assertThat(cache("build").find(NAME, other)).isNull();
    }
    assertThat(cache("build").find(NAME, Arrays.copyOf(ORIGINAL, 4))).isNull();
    assertThat(cache("build").find(NAME, Arrays.copyOf(ORIGINAL, 6))).isNull();
  }

  @Test
  void onlyTheSameBuildAndNameHit() throws IOException {
    write(NAME, ORIGINAL, WOVEN);

    assertThat(cache("other").find(NAME, ORIGINAL)).isNull();
    assertThat(cache("build").find("com/acme/other/Book", ORIGINAL)).isNull();
  }

  @Test
  void anEntryUnderTheNameOfAnotherIsNotTaken() throws IOException {
    write(NAME, ORIGINAL, WOVEN);
    Path first = entries().get(0);
    byte[] other = {5, 4, 3, 2, 1};
    write(NAME, other, new byte[] {0});
    Path second = entries().stream().filter(each -> !each.equals(first)).findAny().orElseThrow();
    Files.write(second, Files.readAllBytes(first));

    assertThat(cache("build").find(NAME, other)).isNull();
    assertThat(cache("build").find(NAME, ORIGINAL)).isEqualTo(WOVEN);
  }

  @Test
  void aCutEntryIsNotTaken() throws IOException {
    write(NAME, ORIGINAL, WOVEN);
    Path entry = entries().get(0);
    byte[] whole = Files.readAllBytes(entry);

    for (int length = 0; length < whole.length; length++) {
      Files.write(entry, Arrays.copyOf(whole, length));
      assertThat(cache("build").find(NAME, ORIGINAL)).isNull();
    }
    Files.write(entry, Arrays.copyOf(whole, whole.length + 1));
    assertThat(cache("build").find(NAME, ORIGINAL)).isNull();
  }

  @Test
  void anEntryWithAnyWrongBitIsNotTaken() throws IOException {
    write(NAME, ORIGINAL, WOVEN);
    Path entry = entries().get(0);
    byte[] whole = Files.readAllBytes(entry);

    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(entry, damaged);
      assertThat(cache("build").find(NAME, ORIGINAL)).as("bit %d", bit).isNull();
    }
  }

  @Test
  void onlyTheOwnerMayReadIt() throws IOException {
    write(NAME, ORIGINAL, WOVEN);

    assertThat(permissions(home.resolve("cache"))).isEqualTo("rwx------");
    assertThat(entries())
        .singleElement()
        .satisfies(entry -> assertThat(permissions(entry)).isEqualTo("rw-------"));
  }

  @Test
  void aHomeThatIsMissingIsMadeForTheOwnerAlone() throws IOException {
    home = home.resolve("missing");
    write(NAME, ORIGINAL, WOVEN);

    assertThat(permissions(home)).isEqualTo("rwx------");
    assertThat(cache("build").find(NAME, ORIGINAL)).isEqualTo(WOVEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxr-xr-x", "rwx--x---", "rwxrwxrwx", "rwx---r--"})
  void aFolderThatOthersMayEnterIsNotTrusted(String permissions) throws IOException {
    write(NAME, ORIGINAL, WOVEN);
    Files.setPosixFilePermissions(
        home.resolve("cache"), PosixFilePermissions.fromString(permissions));

    assertThat(cache("build").find(NAME, ORIGINAL)).isNull();
    write("com/acme/Shelf", ORIGINAL, WOVEN);
    assertThat(entries()).hasSize(1);
  }

  @Test
  void aFolderOfSomebodyElseIsNotTrusted() throws IOException {
    write(NAME, ORIGINAL, WOVEN);
    assumeTrue(giveToNobody(home.resolve("cache")), "only root may give files away");

    assertThat(cache("build").find(NAME, ORIGINAL)).isNull();
    write("com/acme/Shelf", ORIGINAL, WOVEN);
    assertThat(entries()).hasSize(1);
  }

  @Test
  void aLinkToAFolderIsNotTrusted() throws IOException {
    write(NAME, ORIGINAL, WOVEN);
    Path elsewhere = Files.move(home.resolve("cache"), home.resolve("elsewhere"));
    Files.createSymbolicLink(home.resolve("cache"), elsewhere);

    assertThat(cache("build").find(NAME, ORIGINAL)).isNull();
  }

  @Test
  void aFileInTheFoldersPlaceFailsTheFlushAndNothingElse() throws IOException {
    Files.writeString(home.resolve("cache"), "in the way");
    WovenClassCache cache = cache("build");
    cache.keep(NAME, ORIGINAL, WOVEN);

    assertThat(cache.find(NAME, ORIGINAL)).isNull();
    assertThatThrownBy(cache::flush).isInstanceOf(IOException.class);
    cache.flush();
  }

  @Test
  void anEntryIsReplaced() throws IOException {
    write(NAME, ORIGINAL, new byte[] {0});
    write(NAME, ORIGINAL, WOVEN);

    assertThat(cache("build").find(NAME, ORIGINAL)).isEqualTo(WOVEN);
    assertThat(entries()).hasSize(1);
  }

  @Test
  void onlySoMuchWaitsToBeWritten() throws IOException {
    WovenClassCache cache = cache("build");
    cache.keep("a/Small", ORIGINAL, WOVEN);
    cache.keep("a/Huge", ORIGINAL, new byte[4 << 20]);
    cache.flush();

    assertThat(cache("build").find("a/Small", ORIGINAL)).isEqualTo(WOVEN);
    assertThat(cache("build").find("a/Huge", ORIGINAL)).isNull();
  }

  @Test
  void tooManyEntriesMakeRoom() throws IOException {
    write(NAME, ORIGINAL, WOVEN);
    for (int i = 0; i < 999; i++) {
      Files.createFile(home.resolve("cache/" + i + ".woven"));
    }
    write("com/acme/Shelf", ORIGINAL, WOVEN);

    assertThat(entries()).hasSize(1);
    assertThat(cache("build").find("com/acme/Shelf", ORIGINAL)).isEqualTo(WOVEN);
  }

  @Test
  void severalJvmsWriteAtTheSameTime() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(2);
    Path root = home;
    for (int round = 0; round < 50; round++) {
      home = root.resolve("round" + round);
      CyclicBarrier together = new CyclicBarrier(2);
      List<Future<?>> both =
          Stream.of("com/acme/Book", "com/acme/Shelf")
              .<Future<?>>map(
                  name ->
                      executor.submit(
                          () -> {
                            WovenClassCache cache = cache("build");
                            cache.keep(name, ORIGINAL, WOVEN);
                            cache.keep("com/acme/Both", ORIGINAL, WOVEN);
                            together.await();
                            cache.flush();
                            return null;
                          }))
              .toList();
      for (Future<?> each : both) {
        each.get();
      }
      for (String name : List.of("com/acme/Book", "com/acme/Shelf", "com/acme/Both")) {
        assertThat(cache("build").find(name, ORIGINAL)).isEqualTo(WOVEN);
      }
      assertThat(entries()).hasSize(3);
    }
    executor.shutdown();
  }

  private WovenClassCache cache(String build) {
    return new WovenClassCache(home.toFile(), build);
  }

  private void write(String name, byte[] original, byte[] woven) throws IOException {
    WovenClassCache cache = cache("build");
    cache.keep(name, original, woven);
    cache.flush();
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> entries = Files.list(home.resolve("cache"))) {
      return entries.sorted().toList();
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static boolean giveToNobody(Path path) {
    try {
      UserPrincipal nobody =
          path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
      Files.setOwner(path, nobody);
      return true;
    } catch (IOException notAllowed) {
      return false;
    }
  }
}
