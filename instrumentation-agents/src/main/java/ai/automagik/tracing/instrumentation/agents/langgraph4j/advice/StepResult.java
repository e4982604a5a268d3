package ai.automagik.tracing.instrumentation.agents.langgraph4j.advice;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import org.bsc.async.AsyncGenerator.Data;
import org.jspecify.annotations.Nullable;

/**
 * What a step has come to: a result that is there or will be, or the steps of another run that go
 * before it, or the end. By reflection, because it has methods from 1.7 on only.
 */
final class StepResult {
  private static final @Nullable AccessibleObject FUTURE = member("future", "data");
  private static final @Nullable AccessibleObject EMBED = member("embed", "embed");
  private static final @Nullable AccessibleObject RESULT = member("resultValue", "resultValue");

  private StepResult() {}

  /** What comes of the step; null when it is the end, or not known. */
  static @Nullable CompletableFuture<?> future(Data<?> step) {
    return read(FUTURE, step) instanceof CompletableFuture<?> future ? future : null;
  }

  /** Whether the steps of another run go before the result. */
  static boolean embeds(Data<?> step) {
    return read(EMBED, step) != null;
  }

  /** What the end says of itself. */
  static @Nullable Object result(Data<?> end) {
    return read(RESULT, end);
  }

  private static @Nullable Object read(@Nullable AccessibleObject member, Data<?> step) {
    try {
      return member instanceof Method method
          ? method.invoke(step)
          : member instanceof Field field ? field.get(step) : null;
    } catch (ReflectiveOperationException notAccessible) {
      return null;
    }
  }

  private static @Nullable AccessibleObject member(String method, String field) {
    try {
      return Data.class.getMethod(method);
    } catch (NoSuchMethodException olderVersion) {
      try {
        Field member = Data.class.getDeclaredField(field);
        member.setAccessible(true);
        return member;
      } catch (NoSuchFieldException | RuntimeException otherVersion) {
        return null;
      }
    }
  }
}
