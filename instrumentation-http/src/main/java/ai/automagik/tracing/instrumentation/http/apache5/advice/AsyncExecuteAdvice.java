package ai.automagik.tracing.instrumentation.http.apache5.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Around the method that every call of an asynchronous client goes through, with all its attempts.
 * What the application gave is seen from outside, as the client sees it.
 */
final class AsyncExecuteAdvice {
  private AsyncExecuteAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  @ToArguments({
    @ToArgument(value = 1, index = 1, typing = Assigner.Typing.DYNAMIC),
    @ToArgument(value = 2, index = 2, typing = Assigner.Typing.DYNAMIC),
    @ToArgument(value = 5, index = 3, typing = Assigner.Typing.DYNAMIC)
  })
  public static Object @Nullable [] onEnter(
      @Advice.Argument(0) @Nullable HttpHost target,
      @Advice.Argument(1) @Nullable AsyncRequestProducer request,
      @Advice.Argument(2) @Nullable AsyncResponseConsumer<?> response,
      @Advice.Argument(5) @Nullable FutureCallback<?> callback) {
    if (request == null || response == null) {
      return null; // the client is to find out by itself
    }
    Exchange exchange = new Exchange(target);
    return new Object[] {
      exchange,
      new WatchedProducer(request, exchange),
      new WatchedConsumer<>(response, exchange),
      new WatchedCallback<>(callback, exchange)
    };
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter Object @Nullable [] entered, @Advice.Thrown @Nullable Throwable error) {
    if (error != null && entered != null && entered[0] instanceof Exchange exchange) {
      HttpCall call = exchange.call();
      if (call != null) {
        call.ended(error);
      }
    }
  }
}
