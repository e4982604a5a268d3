package ai.automagik.tracing.smoke;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.springframework.boot.loader.launch.JarLauncher;

/**
 * TravelApp as an executable jar of Spring Boot: its loader at the root, the program in {@code
 * BOOT-INF/classes}, the libraries as jars within the jar. Stateless.
 */
final class BootJar {
  private BootJar() {}

  static Path write(Path target) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, JarLauncher.class.getName());
    attributes.putValue("Start-Class", Sample.TRAVEL.mainClass());
    attributes.putValue("Spring-Boot-Classes", "BOOT-INF/classes/");
    attributes.putValue("Spring-Boot-Lib", "BOOT-INF/lib/");
    try (OutputStream out = Files.newOutputStream(target);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      copyClasses(loaderJar(), "org/springframework/", "", jar);
      folder("BOOT-INF/", jar);
      folder("BOOT-INF/classes/", jar);
      copyClasses(Sample.TRAVEL.jar().toFile(), "com/example/", "BOOT-INF/classes/", jar);
      folder("BOOT-INF/lib/", jar);
      for (Path library : Lab.list(Sample.TRAVEL.libraries(Lab.Library.NEWEST))) {
        store("BOOT-INF/lib/" + library.getFileName(), Files.readAllBytes(library), jar);
      }
    }
    return target;
  }

  private static File loaderJar() {
    try {
      return new File(
          JarLauncher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copyClasses(File from, String prefix, String to, JarOutputStream jar)
      throws IOException {
    try (JarFile source = new JarFile(from)) {
      Enumeration<JarEntry> entries = source.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (entry.getName().startsWith(prefix) && !entry.isDirectory()) {
          jar.putNextEntry(new JarEntry(to + entry.getName()));
          source.getInputStream(entry).transferTo(jar);
          jar.closeEntry();
        }
      }
    }
  }

  private static void folder(String name, JarOutputStream jar) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.closeEntry();
  }

  /** Spring Boot reads nested jars in place, so they must not be compressed. */
  private static void store(String name, byte[] content, JarOutputStream jar) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    JarEntry entry = new JarEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(crc.getValue());
    jar.putNextEntry(entry);
    jar.write(content);
    jar.closeEntry();
  }
}
