package ai.automagik.tracing.instrumentation.langchain4j.advice;

import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** How objects of the application are called in spans: by their class. Stateless. */
final class Names {
  private static final String LAMBDA = "$$Lambda";

  private Names() {}

  /** The name of the object's class, the same on every run and every JDK. */
  static String of(Object object) {
    Class<?> type = object.getClass();
    String simple = type.getSimpleName();
    int lambda = simple.indexOf(LAMBDA);
    if (lambda >= 0) {
      return simple.substring(0, lambda) + " lambda";
    } else if (simple.isEmpty()) { // an anonymous class
      String name = type.getName();
      return name.substring(name.lastIndexOf('.') + 1);
    }
    return simple;
  }

  /**
   * The name of an object; null when it only stands before another one of its kind, whose name
   * tells more: LangChain4j's wrappers that tell listeners, and proxies of the JDK.
   */
  static @Nullable String unlessStandIn(Object object) {
    Class<?> type = object.getClass();
    boolean standIn =
        Proxy.isProxyClass(type)
            || (type.getSimpleName().startsWith("Listening")
                && type.getName().startsWith("dev.langchain4j."));
    return standIn ? null : of(object);
  }
}
