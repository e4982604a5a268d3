package ai.automagik.tracing.instrumentation.http.jdk.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.Sending;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Around the one method that every request of the JDK's HttpClient goes through, synchronous or
 * not. Of an LLM call the response is watched as it goes by; nothing else is touched.
 */
final class SendAdvice {
  private SendAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  @ToArguments(@ToArgument(value = 1, index = 1, typing = Assigner.Typing.DYNAMIC))
  public static Object @Nullable [] onEnter(
      @Advice.Argument(0) HttpRequest request, @Advice.Argument(1) BodyHandler<?> handler) {
    URI uri = request.uri();
    Sending sending =
        Sending.begin(
            request.method(),
            uri.getHost(),
            uri.getPort(),
            "https".equals(uri.getScheme()),
            uri.getRawPath(),
            uri.getRawQuery());
    if (sending == null) {
      return null;
    }
    HttpCall call = sending.call();
    return new Object[] {sending, call == null ? handler : new WatchedHandler<>(handler, call)};
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter Object @Nullable [] entered,
      @Advice.Return @Nullable CompletableFuture<?> response,
      @Advice.Thrown @Nullable Throwable error) {
    HttpCall call = entered != null && entered[0] instanceof Sending sending ? sending.end() : null;
    if (call != null) {
      if (error != null || response == null) {
        call.ended(error);
      } else {
        CompletableFuture<?> unused = response.whenComplete(new Failure(call));
      }
    }
  }
}
