package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.tool.definition.ToolDefinition;

/** After a model has looked up the tools that it offers, some of them by their names alone. */
final class OfferedToolsAdvice {
  private OfferedToolsAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(@Advice.Return @Nullable List<ToolDefinition> tools) {
    ActiveSpan call = Tracer.current(Operation.CHAT);
    if (call != null && Framework.NAME.equals(call.value(Attribute.FRAMEWORK))) {
      ChatAttributes.offered(call, tools);
    }
  }
}
