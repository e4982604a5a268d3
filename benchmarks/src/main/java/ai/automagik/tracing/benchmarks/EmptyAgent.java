package ai.automagik.tracing.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * A Java agent that looks at every class and changes none: what a JVM charges for having an agent
 * at all.
 */
final class EmptyAgent implements ClassFileTransformer {
  private EmptyAgent() {}

  /** Called by the JVM. */
  public static void premain(@Nullable String arguments, Instrumentation jvm) {
    jvm.addTransformer(new EmptyAgent());
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    return null;
  }

  /** Writes this agent as a jar into a folder. */
  static Path jar(Path folder) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", EmptyAgent.class.getName());
    String entry = EmptyAgent.class.getName().replace('.', '/') + ".class";
    Path jar = folder.resolve("empty-agent.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest);
        InputStream classFile = EmptyAgent.class.getResourceAsStream("EmptyAgent.class")) {
      if (classFile == null) {
        throw new IOException("EmptyAgent.class is missing");
      }
      entries.putNextEntry(new JarEntry(entry));
      classFile.transferTo(entries);
      entries.closeEntry();
    }
    return jar;
  }
}
