package ai.automagik.tracing.instrumentation.langchain4j.advice;

import dev.langchain4j.service.MemoryId;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which argument of an AI service's method names the conversation. Thread-safe. */
final class MemoryIds {
  private static final int MAX_METHODS = 1_000;
  private static final int NONE = -1;

  /** Classes of the JDK whose text says all that they are. */
  private static final Set<Class<?>> VALUES =
      Set.of(
          Integer.class,
          Long.class,
          Short.class,
          Byte.class,
          Character.class,
          Boolean.class,
          Double.class,
          Float.class,
          BigInteger.class,
          BigDecimal.class,
          UUID.class,
          URI.class,
          LocalDate.class,
          LocalDateTime.class,
          Instant.class);

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
    return text(index == NONE || index >= arguments.length ? null : arguments[index]);
  }

  /** An id as text; null when only the application could say what its text is. */
  static @Nullable String text(@Nullable Object id) {
    if (id instanceof String string) {
      return string;
    } else if (id instanceof Enum<?> constant) {
      return constant.name();
    } else if (id == null || !VALUES.contains(id.getClass())) {
      return null;
    }
    return id.toString();
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
