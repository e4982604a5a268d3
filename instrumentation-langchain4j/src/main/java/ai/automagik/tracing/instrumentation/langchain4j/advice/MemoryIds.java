package ai.automagik.tracing.instrumentation.langchain4j.advice;

import dev.langchain4j.service.MemoryId;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which argument of an AI service's method names the conversation. Thread-safe. */
final class MemoryIds {
  private static final int MAX_METHODS = 1_000;
  private static final int NONE = -1;
  private static final ConcurrentHashMap<Method, Integer> INDEXES = new ConcurrentHashMap<>();

  private MemoryIds() {}

  /**
   * The id as text; null when the method has none, or one whose text only the application can make.
   */
  static @Nullable String of(Method method, Object @Nullable [] arguments) {
    if (arguments == null || arguments.length == 0) {
      return null;
    }
    Integer known = INDEXES.get(method);
    int index = known == null ? find(method) : known;
    Object id = index == NONE || index >= arguments.length ? null : arguments[index];
    return id instanceof CharSequence
            || id instanceof Number
            || id instanceof UUID
            || id instanceof Enum
        ? id.toString()
        : null;
  }

  private static int find(Method method) {
    int index = NONE;
    Parameter[] parameters = method.getParameters();
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i].isAnnotationPresent(MemoryId.class)) {
        index = i;
      }
    }
    if (INDEXES.size() < MAX_METHODS) {
      INDEXES.put(method, index);
    }
    return index;
  }
}
