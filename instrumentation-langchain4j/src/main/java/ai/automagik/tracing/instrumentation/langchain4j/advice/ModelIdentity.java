package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import dev.langchain4j.model.ModelProvider;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * What models other than chat models say about themselves. Few of their interfaces have a name or a
 * provider, and only newer ones; but most classes have {@code modelName()} all the same.
 * Thread-safe.
 */
final class ModelIdentity {
  private static final String UNKNOWN = "unknown";
  private static final ClassValue<Accessors> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Accessors computeValue(Class<?> type) {
          return new Accessors(
              accessor(type, "modelName", String.class),
              accessor(type, "provider", ModelProvider.class));
        }
      };

  private ModelIdentity() {}

  /** The public methods of a class; null where it has none. */
  private record Accessors(@Nullable Method modelName, @Nullable Method provider) {}

  static void set(ActiveSpan span, Object model) {
    Accessors accessors = ACCESSORS.get(model.getClass());
    Object name = call(accessors.modelName, model);
    span.set(Attribute.REQUEST_MODEL, UNKNOWN.equals(name) ? null : name);
    span.set(Attribute.PROVIDER_NAME, provider(call(accessors.provider, model), model));
  }

  private static @Nullable String provider(@Nullable Object declared, Object model) {
    return declared instanceof ModelProvider provider && provider != ModelProvider.OTHER
        ? Providers.name(provider)
        : Providers.of(model);
  }

  private static @Nullable Method accessor(Class<?> type, String name, Class<?> result) {
    try {
      Method method = type.getMethod(name);
      // A class that is not public may well have a public method.
      return result.isAssignableFrom(method.getReturnType()) && method.trySetAccessible()
          ? method
          : null;
    } catch (NoSuchMethodException | RuntimeException | LinkageError none) {
      return null;
    }
  }

  /** A model of the application's may fail at anything, also at saying its name. */
  private static @Nullable Object call(@Nullable Method accessor, Object model) {
    try {
      return accessor == null ? null : accessor.invoke(model);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError unknown) {
      return null;
    }
  }
}
