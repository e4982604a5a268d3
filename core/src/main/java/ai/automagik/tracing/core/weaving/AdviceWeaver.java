package ai.automagik.tracing.core.weaving;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isBridge;
import static net.bytebuddy.matcher.ElementMatchers.isNative;
import static net.bytebuddy.matcher.ElementMatchers.not;

import ai.automagik.tracing.core.instrumentation.Hook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.TypeResolutionStrategy;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.constant.TextConstant;
import net.bytebuddy.implementation.bytecode.member.MethodInvocation;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.JavaConstant;
import org.jspecify.annotations.Nullable;

/**
 * Weaves with Byte Buddy. The only class that touches it; stateless apart from what Byte Buddy
 * caches.
 *
 * <p>Advice is not inlined: each woven method calls it through {@code invokedynamic}, inside a
 * handler that gives whatever is thrown to the dispatcher.
 */
final class AdviceWeaver {
  /** The low byte of the version in a class file. */
  private static final int MAJOR_VERSION = 7;

  private static final int JAVA_6 = 50;

  private final Dispatcher dispatcher;
  private final ByteBuddy byteBuddy =
      new ByteBuddy()
          .with(TypeValidation.DISABLED)
          .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE);

  AdviceWeaver(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  /**
   * Puts the advice of the hooks around the methods of a class.
   *
   * @throws IOException when an advice class or the class itself cannot be described
   * @return null when the class has none of the methods, as in another version of the library
   */
  byte @Nullable [] weave(
      @Nullable ClassLoader loader, String internalName, byte[] classFile, List<Hook> hooks)
      throws IOException {
    String className = internalName.replace('/', '.');
    ClassFileLocator locator = locator(loader, className, classFile);
    TypePool types = TypePool.Default.of(locator);
    TypeDescription type = types.describe(className).resolve();
    DynamicType.Builder<?> builder = byteBuddy.decorate(type, locator);
    boolean any = false;
    for (List<Hook> alike : byAdvice(hooks)) {
      MethodsOf methods = new MethodsOf(alike);
      if (!type.getDeclaredMethods().filter(methods).isEmpty()) {
        any = true;
        builder = builder.visit(advice(alike.get(0), types, locator).on(methods));
      }
    }
    if (!any) {
      return null;
    }
    byte[] woven = builder.make(TypeResolutionStrategy.Disabled.INSTANCE, types).getBytes();
    if (woven[MAJOR_VERSION] < JAVA_6) {
      throw new IOException(className + " is compiled for a Java before 6, and lacks stack maps");
    }
    if (woven[MAJOR_VERSION] == JAVA_6) {
      woven[MAJOR_VERSION]++; // the first that knows invokedynamic; all else is the same
    }
    return woven;
  }

  /** One pass over the class for each advice, however many methods it is for. */
  private static Collection<List<Hook>> byAdvice(List<Hook> hooks) {
    Map<String, List<Hook>> alike = new LinkedHashMap<>();
    for (Hook hook : hooks) {
      alike
          .computeIfAbsent(hook.module() + ' ' + hook.advice(), key -> new ArrayList<>())
          .add(hook);
    }
    return alike.values();
  }

  /** Whether a class has any of the methods, if only without a body. */
  boolean declaresAny(
      @Nullable ClassLoader loader, String internalName, byte[] classFile, List<Hook> hooks) {
    String className = internalName.replace('/', '.');
    TypeDescription type =
        TypePool.Default.of(locator(loader, className, classFile)).describe(className).resolve();
    MethodsOf methods = new MethodsOf(hooks);
    for (MethodDescription method : type.getDeclaredMethods()) {
      if (methods.means(method)) {
        return true;
      }
    }
    return false;
  }

  private static ClassFileLocator locator(
      @Nullable ClassLoader loader, String className, byte[] classFile) {
    return new ClassFileLocator.Compound(
        ClassFileLocator.Simple.of(className, classFile),
        ClassFileLocator.ForClassLoader.of(AdviceWeaver.class.getClassLoader()),
        loader == null
            ? ClassFileLocator.ForClassLoader.ofBootLoader()
            : ClassFileLocator.ForClassLoader.of(loader));
  }

  private Advice advice(Hook hook, TypePool types, ClassFileLocator locator) {
    List<JavaConstant> arguments = new ArrayList<>();
    arguments.add(JavaConstant.Simple.ofLoaded(hook.module()));
    arguments.add(JavaConstant.Simple.ofLoaded(hook.advice()));
    StackManipulation report =
        new StackManipulation.Compound(
            new TextConstant(hook.module()),
            MethodInvocation.invoke(new MethodDescription.ForLoadedMethod(dispatcher.failed())));
    return Advice.withCustomMapping()
        .with(new Advice.AssignReturned.Factory())
        .bootstrap(
            new MethodDescription.ForLoadedMethod(dispatcher.bootstrap()),
            (adviceMethod, exit) -> (instrumentedType, instrumentedMethod) -> arguments)
        .to(types.describe(hook.advice()).resolve(), locator)
        .withExceptionHandler(new Advice.ExceptionHandler.Simple(report));
  }

  /** The methods that any of some hooks means, by their names first: most have another. */
  private static final class MethodsOf
      extends ElementMatcher.Junction.ForNonNullValues<MethodDescription> {
    private static final ElementMatcher<MethodDescription> WITH_BODY =
        not(isAbstract().or(isNative()).or(isBridge()));

    private final Map<String, List<Hook>> byName = new HashMap<>();

    MethodsOf(List<Hook> hooks) {
      for (Hook hook : hooks) {
        byName.computeIfAbsent(hook.methodName(), name -> new ArrayList<>(1)).add(hook);
      }
    }

    @Override
    protected boolean doMatch(MethodDescription method) {
      return means(method) && WITH_BODY.matches(method);
    }

    boolean means(MethodDescription method) {
      List<Hook> named = byName.get(method.getInternalName());
      if (named == null) {
        return false;
      }
      List<String> types = new ArrayList<>();
      for (TypeDescription parameter : method.getParameters().asTypeList().asErasures()) {
        types.add(parameter.getActualName());
      }
      for (Hook hook : named) {
        if (hook.accepts(types)) {
          return true;
        }
      }
      return false;
    }
  }
}
