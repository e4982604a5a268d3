package ai.automagik.tracing.core.weaving;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Defines the advice package of one module beside one application, so that advice sees the
 * library's types and the agent's; and with it what several modules need beside the same types, a
 * copy for each. Thread-safe. It lives as long as the application has linked call sites.
 */
final class AdviceClassLoader extends ClassLoader {
  private static final String AGENT = "ai.automagik.tracing.";

  /** In the name of a package that any advice may use. */
  private static final String BESIDE = ".beside.";

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader agent = AdviceClassLoader.class.getClassLoader();
  private final String advicePackage;

  /**
   * @param advicePackage with a dot at the end
   * @param application null for the bootstrap loader
   */
  AdviceClassLoader(String advicePackage, @Nullable ClassLoader application) {
    super(application);
    this.advicePackage = advicePackage;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(AGENT)) {
      return super.loadClass(name, resolve);
    }
    if (!name.startsWith(advicePackage) && !name.contains(BESIDE)) {
      return agent.loadClass(name);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = agent.getResourceAsStream(name.replace('.', '/').concat(".class"))) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] classFile = in.readAllBytes();
      return defineClass(name, classFile, 0, classFile.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
