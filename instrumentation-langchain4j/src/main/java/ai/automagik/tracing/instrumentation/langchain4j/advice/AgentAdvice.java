package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import java.lang.reflect.Method;
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
      @Advice.Argument(0) @Nullable Object service,
      @Advice.Argument(1) Method method,
      @Advice.Argument(2) Object @Nullable [] arguments) {
    if (!Agents.answers(method)) {
      return null;
    }
    if (Tracer.takeOver(method) != null) {
      return null; // Begun where the agent was chosen, by whoever knows its name.
    }
    ActiveSpan span = Tracer.start(Operation.INVOKE_AGENT);
    if (span != null) {
      span.set(Attribute.AGENT_NAME, Agents.name(service, method));
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.conversation(MemoryIds.of(method, arguments));
    }
    return span;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ActiveSpan span) {
      Tracer.leave(span);
      if (error != null || !span.waitForStreams()) {
        span.end(error);
      }
    }
  }
}
