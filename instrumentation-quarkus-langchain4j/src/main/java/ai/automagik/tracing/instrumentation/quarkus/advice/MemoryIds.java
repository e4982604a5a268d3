package ai.automagik.tracing.instrumentation.quarkus.advice;

import io.quarkiverse.langchain4j.runtime.aiservice.AiServiceMethodCreateInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which argument of an AI service's method names the conversation. Stateless. */
final class MemoryIds {
  private MemoryIds() {}

  /**
   * The id as text; null when the method has none, or one whose text only the application can make.
   *
   * @param invocation the arguments, or from 1.2 on what LangChain4j knows about the invocation
   */
  static @Nullable String of(AiServiceMethodCreateInfo method, @Nullable Object invocation) {
    Integer index = method.getMemoryIdParamPosition().orElse(null);
    if (index == null || invocation == null) {
      return null;
    }
    Object id =
        invocation instanceof Object[] arguments
            ? at(arguments, index)
            : Invocations.argument(invocation, index);
    return id instanceof CharSequence
            || id instanceof Number
            || id instanceof UUID
            || id instanceof Enum
        ? id.toString()
        : null;
  }

  private static @Nullable Object at(Object[] arguments, int index) {
    return index < arguments.length ? arguments[index] : null;
  }
}
