package ai.automagik.tracing.instrumentation.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.instrumentation.Hook;
import ai.automagik.tracing.core.instrumentation.Hooks;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.asm.Advice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The hooks against the newest MCP SDK, and the rules that all advice follows. */
final class HooksTest {
  private static Hooks hooks;

  @BeforeAll
  static void read() throws Exception {
    try (InputStream in = HooksTest.class.getClassLoader().getResourceAsStream(Hooks.RESOURCE)) {
      hooks = Hooks.read(in);
    }
  }

  static Stream<Hook> hooks() throws Exception {
    read();
    return hooks.all().stream();
  }

  @Test
  void thereAreHooks() {
    assertThat(hooks.all()).hasSizeGreaterThan(4);
  }

  @ParameterizedTest
  @MethodSource("hooks")
  void meetsAMethodOfTheNewestVersion(Hook hook) throws Exception {
    Class<?> type = Class.forName(hook.className(), false, HooksTest.class.getClassLoader());
    List<Executable> executables = new ArrayList<>();
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (hook.methodName().equals("<init>")) {
        executables.add(constructor);
      }
    }
    // What an interface inherits, its implementations declare.
    for (Method method : hook.implementations() ? type.getMethods() : type.getDeclaredMethods()) {
      if (method.getName().equals(hook.methodName())) {
        executables.add(method);
      }
    }
    assertThat(executables)
        .anySatisfy(
            executable -> {
              assertThat(Modifier.isAbstract(executable.getModifiers()) && !hook.implementations())
                  .isFalse();
              assertThat(
                      hook.accepts(
                          Arrays.stream(executable.getParameterTypes())
                              .map(Class::getTypeName)
                              .toList()))
                  .isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("hooks")
  void adviceKeepsTheRules(Hook hook) throws Exception {
    Class<?> advice = Class.forName(hook.advice());
    assertThat(Modifier.isFinal(advice.getModifiers())).isTrue();
    assertThat(Modifier.isPublic(advice.getModifiers())).isFalse();
    List<Method> methods = new ArrayList<>();
    for (Method method : advice.getDeclaredMethods()) {
      Advice.OnMethodEnter enter = method.getAnnotation(Advice.OnMethodEnter.class);
      Advice.OnMethodExit exit = method.getAnnotation(Advice.OnMethodExit.class);
      if (enter != null) {
        assertThat(method.getName()).isEqualTo("onEnter");
        assertThat(enter.inline()).isFalse();
        assertThat(enter.suppress()).isEqualTo(Throwable.class);
        methods.add(method);
      }
      if (exit != null) {
        assertThat(method.getName()).isEqualTo("onExit");
        assertThat(exit.inline()).isFalse();
        assertThat(exit.suppress()).isEqualTo(Throwable.class);
        methods.add(method);
      }
    }
    assertThat(methods).isNotEmpty();
    for (Method method : methods) {
      assertThat(Modifier.isStatic(method.getModifiers())).isTrue();
      assertThat(method.getReturnType()).isIn(Object.class, Object[].class, void.class);
      for (Class<?> parameter : method.getParameterTypes()) {
        assertThat(parameter.getName()).doesNotStartWith("ai.automagik");
      }
    }
  }
}
