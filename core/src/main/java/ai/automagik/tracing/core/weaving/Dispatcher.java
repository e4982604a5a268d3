package ai.automagik.tracing.core.weaving;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * {@code java.lang.AutomagikDispatcher}, the one agent class that woven code can name, once it is
 * defined.
 *
 * <p>{@code java.lang} is the package that every class loader, module and bundle can see. Nothing
 * is appended to the boot class path, which would cost the application its class data archive.
 *
 * @param bootstrap links an advice call
 * @param failed takes in what advice throws
 */
record Dispatcher(Method bootstrap, Method failed) {
  private static final String RESOURCE = "java/lang/AutomagikDispatcher.class";

  /**
   * The JVM looks for classes of {@code java.lang} in its own image only, so this one has a name of
   * ours.
   */
  private static final String FALLBACK_RESOURCE =
      "ai/automagik/tracing/dispatch/AutomagikDispatcher.class";

  /**
   * Defines the class and connects it to {@code linker}.
   *
   * @throws ReflectiveOperationException when the JVM refuses both ways of defining it
   * @throws IOException when the class file cannot be read, or the fallback's file cannot be
   *     written
   */
  static Dispatcher define(Instrumentation jvm, AdviceLinker linker)
      throws ReflectiveOperationException, IOException {
    Class<?> defined;
    try {
      defined = defineInJavaLang(jvm, read(RESOURCE));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError refused) {
      defined = appendToBootClassPath(jvm, read(FALLBACK_RESOURCE));
    }
    return connect(defined, linker);
  }

  private static Class<?> defineInJavaLang(Instrumentation jvm, byte[] classFile)
      throws IllegalAccessException {
    jvm.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of("java.lang", Set.of(Dispatcher.class.getModule())),
        Set.of(),
        Map.of());
    return MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup())
        .defineClass(classFile);
  }

  /** For a JVM that refuses the first way: a jar of one class, on the boot class path. */
  private static Class<?> appendToBootClassPath(Instrumentation jvm, byte[] classFile)
      throws IOException, ClassNotFoundException {
    File file = File.createTempFile("automagik-dispatcher", ".jar");
    file.deleteOnExit();
    try (JarOutputStream jar = new JarOutputStream(new FileOutputStream(file))) {
      jar.putNextEntry(new JarEntry(FALLBACK_RESOURCE));
      jar.write(classFile);
      jar.closeEntry();
    }
    jvm.appendToBootstrapClassLoaderSearch(new JarFile(file));
    return Class.forName(
        FALLBACK_RESOURCE
            .substring(0, FALLBACK_RESOURCE.length() - ".class".length())
            .replace('/', '.'),
        true,
        null);
  }

  private static Dispatcher connect(Class<?> dispatcher, AdviceLinker linker)
      throws ReflectiveOperationException {
    dispatcher
        .getMethod("install", MethodHandle.class, MethodHandle.class)
        .invoke(null, linker.linkHandle(), linker.failedHandle());
    return new Dispatcher(
        dispatcher.getMethod(
            "bootstrap",
            MethodHandles.Lookup.class,
            String.class,
            MethodType.class,
            Object[].class),
        dispatcher.getMethod("failed", Throwable.class, String.class));
  }

  /** Whether woven classes name the dispatcher in {@code java.lang}, as those in the cache do. */
  boolean inJavaLang() {
    return bootstrap.getDeclaringClass().getPackageName().equals("java.lang");
  }

  private static byte[] read(String resource) throws IOException {
    try (InputStream in = Dispatcher.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("the agent's jar has no " + resource);
      }
      return in.readAllBytes();
    }
  }
}
