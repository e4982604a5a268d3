package ai.automagik.tracing.core.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The interfaces and the superclass in a class file are those that the JVM finds there. */
final class ClassFileInterfacesTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        Object.class,
        String.class,
        ArrayList.class,
        ConcurrentHashMap.class,
        CompletableFuture.class,
        Comparable.class,
        Math.class,
        ClassFileInterfacesTest.class,
      })
  void areThoseOfTheClass(Class<?> type) throws IOException {
    List<String> expected = new ArrayList<>();
    for (Class<?> implemented : type.getInterfaces()) {
      expected.add(implemented.getName().replace('.', '/'));
    }
    if (type != Object.class) { // in its class file an interface extends Object
      Class<?> extended = type.isInterface() ? Object.class : type.getSuperclass();
      expected.add(extended.getName().replace('.', '/'));
    }
    assertThat(ClassFileInterfaces.of(classFile(type))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void damagedFilesHaveNone(long seed) throws IOException {
    byte[] original = classFile(ArrayList.class);
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = Arrays.copyOf(original, random.nextInt(original.length));
      for (int j = 0; j < 3 && damaged.length > 0; j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertThat(ClassFileInterfaces.of(damaged)).isNotNull();
    }
  }

  private static byte[] classFile(Class<?> type) throws IOException {
    try (InputStream in =
        type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
      return in.readAllBytes();
    }
  }
}
