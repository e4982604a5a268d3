package ai.automagik.tracing.instrumentation.agents.springaialibaba.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the start of a node, which is current until then: its work may take longer. */
final class NodeAdvice {
  private NodeAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter() {
    ActiveSpan here = Tracer.current();
    return here == null ? null : Tracer.resume(here);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    if (entered instanceof Tracer.Resumed resumed) {
      resumed.close();
    }
  }
}
