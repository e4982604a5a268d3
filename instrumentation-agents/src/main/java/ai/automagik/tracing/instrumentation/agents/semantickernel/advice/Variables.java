package ai.automagik.tracing.instrumentation.agents.semantickernel.advice;

import ai.automagik.tracing.core.trace.Values;
import com.microsoft.semantickernel.contextvariables.ContextVariable;
import com.microsoft.semantickernel.semanticfunctions.KernelFunctionArguments;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What functions are given. Stateless. */
final class Variables {
  private Variables() {}

  /** By name; null when there are none. */
  static @Nullable Values values(@Nullable KernelFunctionArguments arguments) {
    if (arguments == null || arguments.isEmpty()) {
      return null;
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, ContextVariable<?>> argument : arguments.entrySet()) {
      ContextVariable<?> variable = argument.getValue();
      values.put(argument.getKey(), variable == null ? null : variable.getValue());
    }
    return Values.in(values);
  }
}
