package ai.automagik.tracing.instrumentation.reactive.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.beside.CarriedSpan;
import kotlin.coroutines.CoroutineContext;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * After the context of a new coroutine of Kotlin was made: the coroutine carries the span that is
 * current where it is started.
 */
final class CoroutineContextAdvice {
  private CoroutineContextAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object made) {
    ActiveSpan span = Tracer.anyOpen() ? Tracer.current() : null;
    return span != null && made instanceof CoroutineContext context
        ? CarriedSpan.in(context, span)
        : made;
  }
}
