package ai.automagik.tracing.instrumentation.springai.advice;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * A text that objects of Spring AI tell of themselves by methods of one name, though they have no
 * type in common that has it. A method that is not there, or fails, tells nothing. Thread-safe.
 */
final class Getter {
  static final Getter TEXT = new Getter("getText");
  static final Getter MODEL = new Getter("getModel");
  static final Getter REVISED_PROMPT = new Getter("getRevisedPrompt");

  private final ClassValue<@Nullable MethodHandle> methods;

  private Getter(String name) {
    this.methods =
        new ClassValue<>() {
          @Override
          protected @Nullable MethodHandle computeValue(Class<?> type) {
            try {
              return MethodHandles.publicLookup()
                  .findVirtual(type, name, MethodType.methodType(String.class))
                  .asType(MethodType.methodType(Object.class, Object.class));
            } catch (ReflectiveOperationException | LinkageError otherVersion) {
              return null;
            }
          }
        };
  }

  /** What an object answers; null when there is none, or it says nothing. */
  @Nullable String of(@Nullable Object target) {
    MethodHandle method = target == null ? null : methods.get(target.getClass());
    if (method == null) {
      return null;
    }
    try {
      return (Object) method.invokeExact(target) instanceof String text && !text.isEmpty()
          ? text
          : null;
    } catch (Throwable theirs) {
      return null;
    }
  }
}
