package ai.automagik.tracing.instrumentation.entry.vertx.advice;

import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.entry.ServedRequest;
import io.vertx.ext.web.RoutingContext;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Around what one route does for a request, on the event loop. */
final class RouteAdvice {
  private RouteAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object context) {
    ServedRequest served = VertxRequest.at((RoutingContext) context);
    return served == null ? null : Tracer.resume(served.span());
  }

  @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    if (entered instanceof Tracer.Resumed resumed) {
      resumed.close();
    }
  }
}
