package ai.automagik.tracing.core.export;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The spool of all runs: {@code spool/<run>/NNNN.otlp} in the agent's home. Confined to the spool's
 * thread; other JVMs work in the same folder at the same time, so every file may be gone at any
 * moment.
 */
final class SpoolFolder {
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");

  /** A run whose last sign of life is younger than this may still be written by its JVM. */
  private static final long ALIVE_MILLIS = 10_000;

  private final Path spool;
  private final long maxBytes;
  private final long maxAgeMillis;

  /**
   * @param home the agent's home folder
   * @param maxBytes of all runs together; the oldest files go first
   * @param maxAgeDays of a run since its last write
   */
  SpoolFolder(File home, long maxBytes, int maxAgeDays) {
    this.spool = home.toPath().resolve("spool");
    this.maxBytes = maxBytes;
    this.maxAgeMillis = TimeUnit.DAYS.toMillis(maxAgeDays);
  }

  /**
   * Makes the folder of a run.
   *
   * @throws IOException when that cannot be done
   */
  Path create(String run) throws IOException {
    Path folder = spool.resolve(run);
    if (posix(spool)) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
    } else {
      Files.createDirectories(folder);
    }
    return folder;
  }

  /** What a new file in the spool is made with: nobody but its owner may read it. */
  static FileAttribute<?>[] fileAttributes(Path folder) {
    return posix(folder)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_FILE)}
        : new FileAttribute<?>[0];
  }

  /**
   * Removes what is too old, and then the oldest until the rest fits. The newest file of {@code
   * own}, and of every other run that is alive, is still being written and stays.
   */
  void prune(String own) {
    File[] runs = spool.toFile().listFiles(File::isDirectory);
    if (runs == null) {
      return;
    }
    Arrays.sort(runs, Comparator.comparing(File::getName));
    long now = System.currentTimeMillis();
    List<File> files = new ArrayList<>();
    long bytes = 0;
    for (File run : runs) {
      boolean isOwn = run.getName().equals(own);
      long idleMillis = now - lastWritten(run);
      if (!isOwn && idleMillis > maxAgeMillis) {
        delete(run);
        continue;
      }
      boolean isAlive = isOwn || idleMillis <= ALIVE_MILLIS;
      File[] written = otlpFiles(run);
      for (int i = 0; i < written.length; i++) {
        bytes += written[i].length();
        if (!isAlive || i < written.length - 1) {
          files.add(written[i]);
        }
      }
    }
    for (File file : files) {
      if (bytes <= maxBytes) {
        return;
      }
      bytes -= file.length();
      boolean unused = file.delete();
      File run = file.getParentFile();
      if (otlpFiles(run).length == 0) { // never one that is alive: its newest file stays
        delete(run);
      }
    }
  }

  private static File[] otlpFiles(File run) {
    File[] files = run.listFiles((folder, name) -> name.endsWith(".otlp"));
    if (files == null) {
      return new File[0];
    }
    Arrays.sort(files, Comparator.comparing(File::getName));
    return files;
  }

  private static long lastWritten(File run) {
    long last = run.lastModified();
    File[] files = run.listFiles();
    if (files != null) {
      for (File file : files) {
        last = Math.max(last, file.lastModified());
      }
    }
    return last;
  }

  private static void delete(File run) {
    File[] files = run.listFiles();
    if (files != null) {
      for (File file : files) {
        boolean unused = file.delete();
      }
    }
    boolean unused = run.delete();
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
