package ai.automagik.tracing.core.instrumentation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The names of the interfaces that a class file declares, and of the class that it extends, read
 * from its constant pool without loading anything. Stateless.
 *
 * <p>Numbers are those of the class file format, chapter 4 of the JVM specification.
 */
final class ClassFileInterfaces {
  private static final int MAGIC = 0xcafebabe;
  private static final int POOL_OFFSET = 10;

  private ClassFileInterfaces() {}

  /** Internal names, such as {@code java/lang/Runnable}; none for a file that is not understood. */
  static List<String> of(byte[] classFile) {
    try {
      return read(classFile);
    } catch (IndexOutOfBoundsException damaged) {
      return List.of();
    }
  }

  private static List<String> read(byte[] classFile) {
    if (u4(classFile, 0) != MAGIC) {
      return List.of();
    }
    int[] offsets = new int[u2(classFile, 8)];
    int at = POOL_OFFSET;
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = at;
      int tag = classFile[at];
      at += entryBytes(tag, classFile, at);
      if (tag == 5 || tag == 6) { // long and double take two entries
        i++;
      }
    }
    int count = u2(classFile, at + 6);
    List<String> names = new ArrayList<>(count + 1);
    for (int i = 0; i < count; i++) {
      names.add(className(classFile, offsets, u2(classFile, at + 8 + 2 * i)));
    }
    int superclass = u2(classFile, at + 4);
    if (superclass != 0) { // of java.lang.Object, and of modules
      names.add(className(classFile, offsets, superclass));
    }
    return names;
  }

  private static String className(byte[] classFile, int[] offsets, int index) {
    int name = offsets[u2(classFile, offsets[index] + 1)];
    return new String(classFile, name + 3, u2(classFile, name + 1), StandardCharsets.UTF_8);
  }

  private static int entryBytes(int tag, byte[] classFile, int at) {
    return switch (tag) {
      case 1 -> 3 + u2(classFile, at + 1);
      case 7, 8, 16, 19, 20 -> 3;
      case 15 -> 4;
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 5;
      case 5, 6 -> 9;
      default -> throw new IndexOutOfBoundsException("constant pool tag " + tag);
    };
  }

  private static int u2(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  private static int u4(byte[] bytes, int at) {
    return (u2(bytes, at) << 16) | u2(bytes, at + 2);
  }
}
