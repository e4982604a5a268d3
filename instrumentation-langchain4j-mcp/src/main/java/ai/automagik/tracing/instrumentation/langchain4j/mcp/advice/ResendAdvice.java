package ai.automagik.tracing.instrumentation.langchain4j.mcp.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Around the writing of a request that had been sent before, to a server that has forgotten the
 * session: the same trace context goes with it. The first time, the context is there already.
 */
final class ResendAdvice {
  private ResendAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) @Nullable Object argument)
      throws ReflectiveOperationException {
    Object message = Messages.in(argument);
    ActiveSpan span = message == null ? null : Sending.SPANS.get(message);
    return message == null || span == null || span.ended() ? null : Meta.tell(message, span);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    if (entered instanceof Runnable untell) {
      untell.run();
    }
  }
}
