package ai.automagik.tracing.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A jar laid out as the agent's: this package in plain sight, everything else hidden. */
final class AgentJar implements AutoCloseable {
  private final JarOutputStream jar;

  AgentJar(Path file) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    this.jar = new JarOutputStream(out);
  }

  /** A class in plain sight, which every class loader finds. */
  AgentJar visible(Class<?> type) throws IOException {
    return add(path(type) + ".class", classFile(type));
  }

  /** A class that only the agent's loader finds. */
  AgentJar hidden(Class<?> type) throws IOException {
    return add("agent/" + path(type) + ".classdata", classFile(type));
  }

  AgentJar add(String entry, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(entry));
    jar.write(content);
    jar.closeEntry();
    return this;
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }

  /** What a JVM would see of the jar. */
  static URLClassLoader loader(Path file) throws IOException {
    return new URLClassLoader(
        new URL[] {file.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }

  static byte[] classFile(Class<?> type) throws IOException {
    try (InputStream in = type.getResourceAsStream("/" + path(type) + ".class")) {
      return in.readAllBytes();
    }
  }

  private static String path(Class<?> type) {
    return type.getName().replace('.', '/');
  }
}
