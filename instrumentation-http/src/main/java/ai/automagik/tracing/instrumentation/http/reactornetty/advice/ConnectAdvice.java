package ai.automagik.tracing.instrumentation.http.reactornetty.advice;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.netty.Connection;

/** Around the subscription to a request, from which all its attempts are made. */
final class ConnectAdvice {
  private ConnectAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  @ToArguments(@ToArgument(value = 0, typing = Assigner.Typing.DYNAMIC))
  public static Object onEnter(@Advice.Argument(0) CoreSubscriber<? super Connection> subscriber) {
    return Connecting.begin(subscriber);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof Connecting connecting) {
      connecting.end(error);
    }
  }
}
