package ai.automagik.tracing.instrumentation.agents.semantickernel.advice;

import com.microsoft.semantickernel.Kernel;
import com.microsoft.semantickernel.orchestration.InvocationContext;
import com.microsoft.semantickernel.orchestration.ToolCallBehavior;
import org.jspecify.annotations.Nullable;

/** What services do with a question. Stateless. */
final class Services {
  private static final String OPENAI =
      "com.microsoft.semantickernel.aiservices.openai.chatcompletion.OpenAIChatCompletion";

  private Services() {}

  /** Whether one question may become several calls of a model, with functions between them. */
  static boolean callsTools(@Nullable Kernel kernel, @Nullable InvocationContext context) {
    ToolCallBehavior behavior = context == null ? null : context.getToolCallBehavior();
    return kernel != null && behavior != null && behavior.isAutoInvokeAllowed();
  }

  /** Whether each call of a model has a span further down, which knows more of it. */
  static boolean isTracedBelow(Object service) {
    Class<?> type = service.getClass();
    while (type != null) {
      if (type.getName().equals(OPENAI)) {
        return true;
      }
      type = type.getSuperclass();
    }
    return false;
  }
}
