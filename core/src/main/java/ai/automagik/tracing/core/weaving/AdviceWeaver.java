package ai.automagik.tracing.core.weaving;

import ai.automagik.tracing.core.instrumentation.Hook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts advice into class files, with ASM. Thread-safe.
 *
 * <p>Advice is not inlined: each woven method calls it through {@code invokedynamic}, inside a
 * handler that gives whatever is thrown to the dispatcher. Methods that no hook means are copied
 * byte by byte. Nothing of the application is loaded.
 */
final class AdviceWeaver {
  private final Dispatcher dispatcher;
  private final Map<String, Advice> adviceByHook = new ConcurrentHashMap<>();

  AdviceWeaver(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  /**
   * Puts the advice of the hooks around the methods of a class. Where several are for one method,
   * that of the first hook is the outermost.
   *
   * @throws IOException when an advice class or the class itself cannot be described
   * @throws IllegalArgumentException when the advice does not fit the method
   * @return null when the class has none of the methods, as in another version of the library
   */
  byte @Nullable [] weave(
      @Nullable ClassLoader loader, String internalName, byte[] classFile, List<Hook> hooks)
      throws IOException {
    Map<String, List<Hook>> byName = byMethodName(hooks);
    boolean old =
        classFile[StackMaps.MAJOR_VERSION] <= Opcodes.V1_6 && declaresAny(classFile, hooks);
    byte[] plain = old ? StackMaps.compute(classFile, loader) : classFile;
    byte[] woven = null;
    for (int inner = 0, most = 1; inner < most; inner++) {
      byte[] before = woven == null ? plain : woven;
      ClassReader reader = new ClassReader(before);
      TargetClass target =
          TargetClass.read(reader, loader, (name, type) -> !meant(byName, name, type).isEmpty());
      Map<String, TargetMethod> methods = target.methods();
      if (methods.isEmpty()) {
        return null;
      }
      Map<String, Advice> chosen = new HashMap<>();
      for (TargetMethod method : methods.values()) {
        List<Hook> those = meant(byName, method.name(), method.descriptor());
        most = Math.max(most, those.size());
        if (inner < those.size()) {
          chosen.put(
              method.name() + method.descriptor(), advice(those.get(those.size() - 1 - inner)));
        }
      }
      woven = weave(reader, methods, chosen);
    }
    return woven;
  }

  private byte[] weave(
      ClassReader reader, Map<String, TargetMethod> methods, Map<String, Advice> chosen) {
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            MethodVisitor out = super.visitMethod(access, name, descriptor, signature, exceptions);
            TargetMethod method = methods.get(name + descriptor);
            Advice advice = chosen.get(name + descriptor);
            return method == null || advice == null
                ? out
                : WovenMethod.around(out, method, advice, dispatcher);
          }
        },
        ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  private Advice advice(Hook hook) throws IOException {
    String key = hook.module() + ' ' + hook.advice();
    Advice known = adviceByHook.get(key);
    if (known == null) {
      known = AdviceReader.read(hook.module(), hook.advice());
      adviceByHook.put(key, known);
    }
    return known;
  }

  /** Whether a class has any of the methods, if only without a body. */
  boolean declaresAny(byte[] classFile, List<Hook> hooks) {
    Map<String, List<Hook>> byName = byMethodName(hooks);
    boolean[] any = new boolean[1];
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public @Nullable MethodVisitor visitMethod(
                  int access,
                  String name,
                  String descriptor,
                  @Nullable String signature,
                  String @Nullable [] exceptions) {
                any[0] |= !meant(byName, name, descriptor).isEmpty();
                return null;
              }
            },
            ClassReader.SKIP_CODE);
    return any[0];
  }

  /** Most methods of a class have a name that no hook has. */
  private static Map<String, List<Hook>> byMethodName(List<Hook> hooks) {
    Map<String, List<Hook>> byName = new HashMap<>();
    for (Hook hook : hooks) {
      byName.computeIfAbsent(hook.methodName(), name -> new ArrayList<>(1)).add(hook);
    }
    return byName;
  }

  /** The hooks that mean a method, one for each advice. */
  private static List<Hook> meant(
      Map<String, List<Hook>> byName, String methodName, String descriptor) {
    List<Hook> named = byName.get(methodName);
    if (named == null) {
      return List.of();
    }
    List<String> types =
        Arrays.stream(Type.getArgumentTypes(descriptor)).map(Type::getClassName).toList();
    Map<String, Hook> byAdvice = new LinkedHashMap<>();
    for (Hook hook : named) {
      if (hook.accepts(types)) {
        byAdvice.putIfAbsent(hook.module() + ' ' + hook.advice(), hook);
      }
    }
    Collection<Hook> hooks = byAdvice.values();
    return List.copyOf(hooks);
  }
}
