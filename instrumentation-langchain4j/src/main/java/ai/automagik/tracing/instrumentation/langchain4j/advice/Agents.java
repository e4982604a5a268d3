package ai.automagik.tracing.instrumentation.langchain4j.advice;

import dev.langchain4j.service.AiServices;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Which methods of AI services are calls of an agent, and what it is called. Stateless. */
final class Agents {
  private static final String MEMORY_ACCESS = "dev.langchain4j.service.memory.ChatMemoryAccess";

  /**
   * From 1.4 on a default method is ordinary code of the application; before, it was a call of the
   * agent like any other. Concurrent tools came with the same version.
   */
  private static final boolean DEFAULT_METHODS_ARE_CODE = hasConcurrentTools();

  private Agents() {}

  static boolean answers(Method method) {
    Class<?> type = method.getDeclaringClass();
    return type != Object.class
        && !(DEFAULT_METHODS_ARE_CODE && method.isDefault())
        && !type.getName().equals(MEMORY_ACCESS);
  }

  /** The method may be one that several services inherit. */
  static String name(@Nullable Object service, Method method) {
    Class<?> type = method.getDeclaringClass();
    if (service != null) {
      Class<?>[] interfaces = service.getClass().getInterfaces();
      if (interfaces.length > 0 && type.isAssignableFrom(interfaces[0])) {
        type = interfaces[0];
      }
    }
    return type.getSimpleName() + "." + method.getName();
  }

  private static boolean hasConcurrentTools() {
    try {
      AiServices.class.getMethod("executeToolsConcurrently");
      return true;
    } catch (NoSuchMethodException olderVersion) {
      return false;
    }
  }
}
