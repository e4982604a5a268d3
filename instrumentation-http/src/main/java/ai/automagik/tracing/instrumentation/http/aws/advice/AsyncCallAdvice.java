package ai.automagik.tracing.instrumentation.http.aws.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.Sending;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.internal.http.TransformingAsyncResponseHandler;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkHttpContentPublisher;

/**
 * Around the step in which an asynchronous client of AWS makes one HTTP request, by whatever HTTP
 * client it was given. Of an LLM call the bodies are watched; the request was signed before.
 */
final class AsyncCallAdvice {
  private AsyncCallAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  @ToArguments(@ToArgument(value = 2, index = 1, typing = Assigner.Typing.DYNAMIC))
  public static Object @Nullable [] onEnter(
      @Advice.Argument(1) AsyncExecuteRequest.Builder builder,
      @Advice.Argument(2) TransformingAsyncResponseHandler<?> handler) {
    AsyncExecuteRequest request = builder.build();
    Sending sending = Requests.begin(request.request());
    if (sending == null) {
      return null;
    }
    HttpCall call = sending.call();
    if (call == null) {
      return new Object[] {sending, handler};
    }
    SdkHttpContentPublisher body = request.requestContentPublisher();
    if (body != null) {
      builder.requestContentPublisher(new SentBody(body, call));
    }
    return new Object[] {sending, new WatchedHandler<>(handler, call)};
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter Object @Nullable [] entered,
      @Advice.Return @Nullable CompletableFuture<?> sent,
      @Advice.Thrown @Nullable Throwable error) {
    HttpCall call = entered != null && entered[0] instanceof Sending sending ? sending.end() : null;
    if (call == null) {
      return;
    }
    if (error != null || sent == null) {
      call.ended(error);
    } else {
      CompletableFuture<?> unused =
          sent.whenComplete(
              (nothing, failure) -> {
                if (failure != null) {
                  Requests.failed(call, failure);
                }
              });
    }
  }
}
