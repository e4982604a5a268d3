package ai.automagik.tracing.instrumentation.agents.embabel.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What advice asks Embabel for by name, against its class files. They are read and never loaded,
 * since they need a newer Java.
 */
final class GetterTest {

  @ParameterizedTest
  @EnumSource
  void meetsAPublicMethodWithoutArguments(Getter getter) throws IOException {
    assertThat(read(getter.type().replace('.', '/')).names())
        .as(getter.type())
        .contains(getter.method());
  }

  /** On a Java that cannot load Embabel either. */
  @ParameterizedTest
  @EnumSource
  void tellsNothingOfOtherObjects(Getter getter) {
    assertThat(getter.of("text")).isNull();
    assertThat(getter.text(null)).isNull();
    assertThat(getter.constant(Thread.State.NEW)).isNull();
  }

  @Test
  void signalsAreOfOneType() throws IOException {
    for (String signal : Signals.OUTCOMES.keySet()) {
      assertThat(read(signal.replace('.', '/')).types())
          .as(signal)
          .contains(Signals.TYPE.replace('.', '/'));
    }
  }

  private Methods read(String type) throws IOException {
    Methods methods = new Methods(new ArrayList<>(), new ArrayList<>());
    read(type, methods);
    return methods;
  }

  private void read(String type, Methods methods) throws IOException {
    methods.types().add(type);
    List<String> inherited = new ArrayList<>();
    try (InputStream in = getClass().getClassLoader().getResourceAsStream(type + ".class")) {
      if (in != null) { // otherwise it is of another library
        new ClassReader(in).accept(new Reader(methods, inherited), ClassReader.SKIP_CODE);
      }
    }
    for (String other : inherited) {
      read(other, methods);
    }
  }

  /** The public methods without arguments of a type and of all those that it inherits. */
  private record Methods(List<String> types, List<String> names) {}

  /** Reads one class file. */
  private static final class Reader extends ClassVisitor {
    private final Methods methods;
    private final List<String> inherited;

    Reader(Methods methods, List<String> inherited) {
      super(OpenedClassReader.ASM_API);
      this.methods = methods;
      this.inherited = inherited;
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      if (superName != null) {
        inherited.add(superName);
      }
      if (interfaces != null) {
        inherited.addAll(Arrays.asList(interfaces));
      }
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if ((access & Opcodes.ACC_PUBLIC) != 0 && descriptor.startsWith("()")) {
        methods.names().add(name);
      }
      return null;
    }
  }
}
