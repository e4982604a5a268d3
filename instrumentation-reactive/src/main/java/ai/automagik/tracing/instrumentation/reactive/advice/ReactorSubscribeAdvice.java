package ai.automagik.tracing.instrumentation.reactive.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;

/**
 * Before somebody subscribes to a source of Reactor whose signals come on a thread that is not the
 * subscriber's: the subscriber gets the current span to carry.
 */
final class ReactorSubscribeAdvice {
  private ReactorSubscribeAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToArguments(
      @ToArgument(value = 0, index = 0, typing = Assigner.Typing.DYNAMIC))
  public static Object @Nullable [] onEnter(@Advice.Argument(0) @Nullable Object subscriber) {
    ActiveSpan span = Tracer.current();
    return span != null
            && subscriber instanceof CoreSubscriber<?> plain
            && !(subscriber instanceof ReactorSubscriber)
        ? new Object[] {new ReactorSubscriber(span, plain)}
        : null;
  }
}
