package ai.automagik.tracing.core.weaving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Stack maps for classes that were compiled for Java 6 or older. The JVM verifies those without
 * any, but their class files know no {@code invokedynamic}, and newer ones must have them. No class
 * is loaded to find out what two have in common: their files are read. For one class, by one
 * thread.
 */
final class StackMaps extends ClassWriter {
  /** The low bytes of the version in a class file. */
  static final int MAJOR_VERSION = 7;

  private static final int MINOR_VERSION = 5;

  private static final String OBJECT = "java/lang/Object";

  private final @Nullable ClassLoader loader;

  private StackMaps(@Nullable ClassLoader loader) {
    super(COMPUTE_FRAMES);
    this.loader = loader;
  }

  /**
   * The class as one of Java 7.
   *
   * @param loader of the class, where those that it names are found; null for the JVM's own
   * @throws IOException when a class that it names is not found
   * @throws IllegalArgumentException when it has subroutines, as compilers made them up to Java 1.4
   */
  static byte[] compute(byte[] classFile, @Nullable ClassLoader loader) throws IOException {
    StackMaps writer = new StackMaps(loader);
    byte[] newer = classFile.clone();
    newer[MAJOR_VERSION] = (byte) Opcodes.V1_7;
    newer[MINOR_VERSION] = 0;
    try {
      new ClassReader(newer).accept(writer, ClassReader.SKIP_FRAMES);
    } catch (UncheckedIOException incomplete) {
      throw incomplete.getCause();
    }
    return writer.toByteArray();
  }

  @Override
  protected String getCommonSuperClass(String one, String other) {
    Set<String> ancestors = new HashSet<>();
    for (String type = one; type != null; type = extendedBy(type)) {
      ancestors.add(type);
    }
    for (String type = other; type != null; type = extendedBy(type)) {
      if (ancestors.contains(type)) {
        return type;
      }
    }
    return OBJECT;
  }

  /** What a class extends; of an interface nothing but Object, as the JVM sees it. */
  private @Nullable String extendedBy(String type) {
    if (type.equals(OBJECT)) {
      return null;
    }
    String file = type.concat(".class");
    try (InputStream in =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(file)
            : loader.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("cannot find " + file + ", to make stack maps for an old class");
      }
      return new ClassReader(in).getSuperName();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
