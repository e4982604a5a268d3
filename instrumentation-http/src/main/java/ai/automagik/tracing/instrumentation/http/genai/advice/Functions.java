package ai.automagik.tracing.instrumentation.http.genai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.core.trace.Values;
import com.google.genai.types.AutomaticFunctionCallingConfig;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.Tool;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Methods of the application's that the SDK calls for a model. Stateless. */
final class Functions {
  private static final String SDK = "google-genai";

  private Functions() {}

  /** Begins the span of a loop; null where there is no method to call, or inside the same loop. */
  static @Nullable ActiveSpan beginLoop(@Nullable String model, GenerateContentConfig config) {
    if (!calls(config)) {
      return null;
    }
    ActiveSpan current = Tracer.current();
    if (current != null
        && current.operation() == Operation.INVOKE_AGENT
        && SDK.equals(current.value(Attribute.FRAMEWORK))) {
      return null; // old versions do on another thread what is done here
    }
    ActiveSpan span = Tracer.start(Operation.INVOKE_AGENT);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, SDK);
      span.set(Attribute.REQUEST_MODEL, model);
    }
    return span;
  }

  private static boolean calls(GenerateContentConfig config) {
    List<Tool> tools = config.tools().orElse(List.of());
    for (Tool tool : tools) {
      if (!tool.functions().orElse(List.of()).isEmpty()) {
        return !config
            .automaticFunctionCalling()
            .flatMap(AutomaticFunctionCallingConfig::disable)
            .orElse(false);
      }
    }
    return false;
  }

  /** Begins the span of one call of a method. */
  static @Nullable ActiveSpan begin(Method method, Map<?, ?> arguments) {
    Object copy = Values.attribute(new LinkedHashMap<>(arguments)); // before the span is current
    ActiveSpan span = Tracer.start(Operation.EXECUTE_TOOL);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, SDK);
      span.set(Attribute.TOOL_NAME, method.getName());
      span.set(Attribute.TOOL_TYPE, "function");
      span.set(Attribute.TOOL_CALL_ARGUMENTS, copy);
    }
    return span;
  }

  /** Leaves and ends it. */
  static void end(ActiveSpan span, @Nullable Object result, @Nullable Throwable error) {
    Tracer.leave(span);
    try {
      span.set(Attribute.TOOL_CALL_RESULT, Values.attribute(result));
    } finally {
      span.end(cause(error));
    }
  }

  /** What went wrong, without what it was wrapped in on its way. */
  static @Nullable Throwable cause(@Nullable Throwable error) {
    if (error instanceof CompletionException || error instanceof InvocationTargetException) {
      return error.getCause() == null ? error : error.getCause();
    }
    return error;
  }
}
