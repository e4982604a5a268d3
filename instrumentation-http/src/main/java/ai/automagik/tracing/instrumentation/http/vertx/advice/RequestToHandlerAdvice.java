package ai.automagik.tracing.instrumentation.http.vertx.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Around the promise of a request to a handler, which gets it when there is a connection. */
final class RequestToHandlerAdvice {
  private RequestToHandlerAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  @ToArguments(@ToArgument(value = 1, index = 1, typing = Assigner.Typing.DYNAMIC))
  public static Object @Nullable [] onEnter(
      @Advice.This Object client,
      @Advice.Argument(0) @Nullable RequestOptions options,
      @Advice.Argument(1) @Nullable Handler<AsyncResult<HttpClientRequest>> handler) {
    HttpCall call = options == null || handler == null ? null : Exchange.begin(client, options);
    return call == null ? null : new Object[] {call, new Connected(call, handler)};
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter Object @Nullable [] entered, @Advice.Thrown @Nullable Throwable error) {
    if (error != null && entered != null && entered[0] instanceof HttpCall call) {
      call.ended(error);
    }
  }
}
