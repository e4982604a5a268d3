package ai.automagik.tracing.instrumentation.entry.vertx.advice;

import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.entry.ServedRequest;
import io.vertx.ext.web.RoutingContext;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around what a route does for a request on a thread where it may block. */
final class BlockingRouteAdvice {
  private BlockingRouteAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.Argument(1) RoutingContext context) {
    ServedRequest served = VertxRequest.at(context);
    return served == null ? null : Tracer.resume(served.span());
  }

  @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    if (entered instanceof Tracer.Resumed resumed) {
      resumed.close();
    }
  }
}
