package ai.automagik.tracing.instrumentation.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.instrumentation.Hook;
import ai.automagik.tracing.core.instrumentation.Hooks;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The hooks against the newest Quarkus LangChain4j, and the rules that all advice follows. */
final class HooksTest {
  /** Classes of older versions. */
  private static final Set<String> GONE =
      Set.of(
          "io.quarkiverse.langchain4j.runtime.aiservice"
              + ".AiServiceMethodImplementationSupport$TokenStreamMulti");

  static Stream<Hook> hooks() throws IOException {
    try (InputStream in = HooksTest.class.getClassLoader().getResourceAsStream(Hooks.RESOURCE)) {
      return Hooks.read(in).all().stream();
    }
  }

  @Test
  void thereAreHooks() throws IOException {
    assertThat(hooks()).hasSizeGreaterThan(5);
  }

  /** Read from the class files: what Quarkus itself needs is not here. */
  @ParameterizedTest
  @MethodSource("hooks")
  void meetsAMethodOfTheNewestVersion(Hook hook) throws IOException {
    String file = hook.className().replace('.', '/') + ".class";
    try (InputStream in = HooksTest.class.getClassLoader().getResourceAsStream(file)) {
      assertThat(in == null).isEqualTo(GONE.contains(hook.className()));
      if (in != null) {
        assertThat(parameterTypes(in, hook.methodName())).anyMatch(hook::accepts);
      }
    }
  }

  /** Of every method of that name. */
  private static List<List<String>> parameterTypes(InputStream classFile, String methodName)
      throws IOException {
    List<List<String>> found = new ArrayList<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(OpenedClassReader.ASM_API) {
              @Override
              public @Nullable MethodVisitor visitMethod(
                  int access,
                  String name,
                  String descriptor,
                  @Nullable String signature,
                  String @Nullable [] exceptions) {
                if (name.equals(methodName)) {
                  found.add(
                      Arrays.stream(Type.getArgumentTypes(descriptor))
                          .map(Type::getClassName)
                          .toList());
                }
                return null;
              }
            },
            ClassReader.SKIP_CODE);
    return found;
  }

  @ParameterizedTest
  @MethodSource("hooks")
  void adviceKeepsTheRules(Hook hook) throws ReflectiveOperationException {
    Class<?> advice = Class.forName(hook.advice());
    assertThat(Modifier.isFinal(advice.getModifiers())).isTrue();
    assertThat(Modifier.isPublic(advice.getModifiers())).isFalse();
    for (Method method : advice.getDeclaredMethods()) {
      Advice.OnMethodEnter enter = method.getAnnotation(Advice.OnMethodEnter.class);
      Advice.OnMethodExit exit = method.getAnnotation(Advice.OnMethodExit.class);
      if (enter != null) {
        assertThat(method.getName()).isEqualTo("onEnter");
        assertThat(enter.inline()).isFalse();
        assertThat(enter.suppress()).isEqualTo(Throwable.class);
      } else if (exit != null) {
        assertThat(method.getName()).isEqualTo("onExit");
        assertThat(exit.inline()).isFalse();
        assertThat(exit.suppress()).isEqualTo(Throwable.class);
      } else {
        continue;
      }
      assertThat(Modifier.isStatic(method.getModifiers())).isTrue();
      assertThat(method.getReturnType()).isIn(Object.class, Object[].class, void.class);
      for (Class<?> parameter : method.getParameterTypes()) {
        assertThat(parameter.getName()).doesNotStartWith("ai.automagik");
      }
    }
  }
}
