package ai.automagik.tracing.instrumentation.http.reactornetty.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import io.netty.buffer.ByteBuf;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Before a request's body is sent that comes piece by piece: each is seen as it comes. */
final class StreamedBodyAdvice {
  private StreamedBodyAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  @ToArguments(@ToArgument(value = 0, typing = Assigner.Typing.DYNAMIC))
  public static @Nullable Object onEnter(
      @Advice.This Object operations, @Advice.Argument(0) Publisher<? extends ByteBuf> body) {
    Exchange exchange = Exchange.find(operations);
    if (exchange == null) {
      return null;
    }
    HttpCall call = exchange.call();
    return body instanceof Mono<? extends ByteBuf> one // which the client sends in another way
        ? one.doOnNext(piece -> seen(piece, call))
        : Flux.from(body).doOnNext(piece -> seen(piece, call));
  }

  private static void seen(ByteBuf piece, HttpCall call) {
    try {
      Exchange.show(piece, call::requestBytes);
    } catch (RuntimeException | Error ours) {
      // The application's request goes on.
    }
  }
}
