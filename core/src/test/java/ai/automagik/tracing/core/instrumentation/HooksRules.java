package ai.automagik.tracing.core.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.automagik.tracing.core.weaving.TestWeaver;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the hooks and the advice of every instrumentation module are held to; each module extends
 * this with what is its own. The library is looked at in its class files and never loaded, so what
 * it needs itself may be missing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HooksRules {
  private final List<Hook> hooks;
  private final List<String> signs;
  private final Set<String> elsewhere;

  /**
   * The rules for the module whose tests extend this.
   *
   * @param elsewhere what hooks name, {@code class#method}, that the library at hand does not have,
   *     because other versions do
   */
  protected HooksRules(String... elsewhere) {
    this.elsewhere = new TreeSet<>(Arrays.asList(elsewhere));
    try (InputStream in = getClass().getClassLoader().getResourceAsStream(Hooks.RESOURCE)) {
      Hooks read = Hooks.read(in);
      this.hooks = read.all();
      this.signs = read.signs();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  final Stream<Hook> hooks() {
    return hooks.stream();
  }

  @Test
  final void meetTheMethodsOfTheLibrary() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (Hook hook : hooks) {
      if (methods(hook.className(), hook).noneMatch(hook::accepts)) {
        missing.add(hook.className() + "#" + hook.methodName());
      }
    }
    assertThat(hooks).isNotEmpty();
    assertThat(missing).isEqualTo(elsewhere);
  }

  @Test
  final void signsAreClassesOfTheLibrary() {
    assertThat(signs)
        .allSatisfy(sign -> assertThat(getClass().getClassLoader().getResource(sign)).isNotNull());
  }

  /** The advice asks for nothing that the methods do not have. */
  @Test
  final void canBeWoven() throws Exception {
    Map<String, List<Hook>> byClass = new TreeMap<>();
    for (Hook hook : hooks) {
      if (!hook.implementations()) {
        byClass
            .computeIfAbsent(hook.className().replace('.', '/'), name -> new ArrayList<>())
            .add(hook);
      }
    }
    TestWeaver weaver = new TestWeaver();
    ClassLoader loader = getClass().getClassLoader();
    for (Map.Entry<String, List<Hook>> target : byClass.entrySet()) {
      try (InputStream in = loader.getResourceAsStream(target.getKey() + ".class")) {
        if (in != null) {
          assertThatCode(
                  () -> weaver.weave(loader, target.getKey(), in.readAllBytes(), target.getValue()))
              .as(target.getKey())
              .doesNotThrowAnyException();
        }
      }
    }
  }

  /** The parameter types of each method that a hook may mean. */
  private Stream<List<String>> methods(String className, Hook hook) throws IOException {
    List<List<String>> found = new ArrayList<>();
    List<String> inherited = new ArrayList<>();
    String file = className.replace('.', '/') + ".class";
    try (InputStream in = getClass().getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        return Stream.of();
      }
      new ClassReader(in).accept(new Methods(hook, found, inherited), ClassReader.SKIP_CODE);
    }
    // Those who implement an interface, or extend a class, may override what that inherits.
    if (hook.implementations()) {
      for (String type : inherited) {
        methods(type.replace('/', '.'), hook).forEach(found::add);
      }
    }
    return found.stream();
  }

  @ParameterizedTest
  @MethodSource("hooks")
  final void adviceKeepsTheRules(Hook hook) throws ReflectiveOperationException {
    Class<?> advice = Class.forName(hook.advice(), false, getClass().getClassLoader());
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

  /** Reads one class file. */
  private static final class Methods extends ClassVisitor {
    private final Hook hook;
    private final List<List<String>> found;
    private final List<String> inherited;

    Methods(Hook hook, List<List<String>> found, List<String> inherited) {
      super(OpenedClassReader.ASM_API);
      this.hook = hook;
      this.found = found;
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
      boolean body = (access & Opcodes.ACC_ABSTRACT) == 0;
      if (named(name, access) && (body || hook.implementations())) {
        found.add(
            Arrays.stream(Type.getArgumentTypes(descriptor)).map(Type::getClassName).toList());
      }
      return null;
    }

    /** The number in the name of a lambda's method is the compiler's choice. */
    private boolean named(String name, int access) {
      String wanted = hook.methodName();
      return wanted.startsWith("lambda$")
          ? (access & Opcodes.ACC_SYNTHETIC) != 0
              && name.startsWith(wanted.substring(0, wanted.lastIndexOf('$') + 1))
          : name.equals(wanted);
    }
  }
}
