package ai.automagik.tracing.instrumentation.quarkus.advice;

import dev.langchain4j.invocation.InvocationContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of an invocation. Apart from its caller, because older versions lack the type. */
final class Invocations {
  private Invocations() {}

  static @Nullable Object argument(Object invocation, int index) {
    if (invocation instanceof InvocationContext context) {
      List<Object> arguments = context.methodArguments();
      return index < arguments.size() ? arguments.get(index) : null;
    }
    return null;
  }
}
