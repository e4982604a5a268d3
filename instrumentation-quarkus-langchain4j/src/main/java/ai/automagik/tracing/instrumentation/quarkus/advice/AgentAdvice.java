package ai.automagik.tracing.instrumentation.quarkus.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import io.quarkiverse.langchain4j.runtime.aiservice.AiServiceMethodCreateInfo;
import java.util.concurrent.Flow;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around a method of an AI service: one {@code invoke_agent} span. When the method returns a
 * stream, the span ends with the last stream.
 */
final class AgentAdvice {
  private AgentAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(0) AiServiceMethodCreateInfo method, @Advice.Argument(1) Object invocation) {
    ActiveSpan span = Tracer.start(Operation.INVOKE_AGENT);
    if (span != null) {
      span.set(Attribute.AGENT_NAME, simpleName(method) + "." + method.getMethodName());
      span.set(Attribute.FRAMEWORK, "quarkus-langchain4j");
      span.conversation(MemoryIds.of(method, invocation));
    }
    return span;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Argument(1) Object invocation,
      @Advice.Return @Nullable Object result,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ActiveSpan span) {
      Tracer.leave(span);
      if (error != null) {
        span.end(error);
      } else if (!span.waitForStreams()) {
        if (result instanceof Flow.Publisher) {
          // Nothing has begun yet; DeferredAgentAdvice meets the same invocation.
          OpenStreams.open(invocation, span);
          span.waitForStreams();
        } else {
          span.end(null);
        }
      }
    }
  }

  private static String simpleName(AiServiceMethodCreateInfo method) {
    String name = method.getInterfaceName();
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }
}
