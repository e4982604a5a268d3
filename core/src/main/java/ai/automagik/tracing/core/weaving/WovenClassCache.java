package ai.automagik.tracing.core.weaving;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Woven classes of earlier starts, one file each. Thread-safe.
 *
 * <p>An entry holds the original class file too and serves only for the very same bytes, so no hash
 * can mix up two classes. The folder is trusted only if it belongs to this user and nobody else may
 * enter it; any doubt means that the class is woven again. Finding reads a file on the thread that
 * loads the class; writing waits for {@link #flush()}.
 */
public final class WovenClassCache {
  private static final int MAGIC = 0x414d5743; // AMWC
  private static final int MAX_PENDING_BYTES = 4 << 20;
  private static final int MAX_FILES = 1000;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final Path folder;
  private final String build;
  private final Map<String, byte[]> pending = new HashMap<>();
  private int pendingBytes;
  private @Nullable Boolean trusted;

  /**
   * @param home the agent's home folder; the cache is its subfolder {@code cache}
   * @param build identifies the content of the agent's jar
   */
  public WovenClassCache(File home, String build) {
    this.folder = home.toPath().resolve("cache");
    this.build = build;
  }

  /** The woven form of exactly this class file; null when there is none to be trusted. */
  synchronized byte @Nullable [] find(String internalName, byte[] classFile) {
    try {
      if (!trusted()) {
        return null;
      }
      return decode(Files.readAllBytes(file(internalName, classFile)), internalName, classFile);
    } catch (NoSuchFileException absent) {
      return null;
    } catch (IOException | RuntimeException unreadable) {
      return null;
    }
  }

  /** Remembers a woven class until it can be written. */
  synchronized void keep(String internalName, byte[] classFile, byte[] woven) {
    byte[] entry = encode(internalName, classFile, woven);
    if (pendingBytes + entry.length <= MAX_PENDING_BYTES
        && pending.put(fileName(internalName, classFile), entry) == null) {
      pendingBytes += entry.length;
    }
  }

  /**
   * Writes what was woven since the last call. To be called on a thread of the agent's own.
   *
   * @throws IOException when the folder or a file cannot be written; what was pending is dropped
   */
  public void flush() throws IOException {
    Map<String, byte[]> entries;
    synchronized (this) {
      if (pending.isEmpty()) {
        return;
      }
      entries = new HashMap<>(pending);
      pending.clear();
      pendingBytes = 0;
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        // Another JVM may make it at the same moment.
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        trusted = null;
      }
      if (!trusted()) {
        return;
      }
    }
    String[] present = folder.toFile().list();
    if (present != null && present.length + entries.size() > MAX_FILES) {
      for (String name : present) {
        Files.deleteIfExists(folder.resolve(name));
      }
    }
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      Path temporary = Files.createTempFile(folder, "new-", ".tmp");
      Files.write(temporary, entry.getValue());
      Files.move(temporary, folder.resolve(entry.getKey()), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private boolean trusted() throws IOException {
    Boolean known = trusted;
    if (known == null) {
      known = belongsToThisUserAlone();
      trusted = known;
    }
    return known;
  }

  private boolean belongsToThisUserAlone() throws IOException {
    try {
      PosixFileAttributes attributes =
          Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isDirectory()
          && OWNER_ONLY.containsAll(attributes.permissions())
          && attributes.owner().getName().equals(System.getProperty("user.name"));
    } catch (UnsupportedOperationException noSuchRights) {
      return false;
    }
  }

  private Path file(String internalName, byte[] classFile) {
    return folder.resolve(fileName(internalName, classFile));
  }

  private String fileName(String internalName, byte[] classFile) {
    CRC32C crc = new CRC32C();
    crc.update(classFile);
    String simpleName = internalName.substring(internalName.lastIndexOf('/') + 1);
    return simpleName + "-" + Long.toHexString(crc.getValue()) + "-" + build + ".woven";
  }

  private byte[] encode(String internalName, byte[] classFile, byte[] woven) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(classFile.length + woven.length + 256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeUTF(build);
      out.writeUTF(internalName);
      out.writeInt(classFile.length);
      out.write(classFile);
      out.writeInt(woven.length);
      out.write(woven);
      CRC32C crc = new CRC32C();
      crc.update(woven);
      out.writeInt((int) crc.getValue());
    } catch (IOException impossibleInMemory) {
      throw new IllegalStateException(impossibleInMemory);
    }
    return bytes.toByteArray();
  }

  private byte @Nullable [] decode(byte[] entry, String internalName, byte[] classFile)
      throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(entry));
    if (in.readInt() != MAGIC
        || !in.readUTF().equals(build)
        || !in.readUTF().equals(internalName)
        || in.readInt() != classFile.length
        || !Arrays.equals(in.readNBytes(classFile.length), classFile)) {
      return null;
    }
    int length = in.readInt();
    if (length < 0 || length != in.available() - Integer.BYTES) {
      return null;
    }
    byte[] woven = in.readNBytes(length);
    CRC32C crc = new CRC32C();
    crc.update(woven);
    return in.readInt() == (int) crc.getValue() ? woven : null;
  }
}
