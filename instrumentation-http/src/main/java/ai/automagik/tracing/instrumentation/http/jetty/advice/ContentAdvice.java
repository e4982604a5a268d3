package ai.automagik.tracing.instrumentation.http.jetty.advice;

import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.instrumentation.http.HttpCall;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** Around the handing over of a response's body, to be read by whoever listens. */
final class ContentAdvice {
  private ContentAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  @ToArguments(@ToArgument(value = 1, index = 1, typing = Assigner.Typing.DYNAMIC))
  public static Object @Nullable [] onEnter(
      @Advice.Argument(0) Response response, @Advice.Argument(1) Content.Source body) {
    HttpCall call = Exchange.find(response);
    if (call == null) {
      return null;
    }
    WatchedSource watched = new WatchedSource(body, call);
    call.deliveredBy(watched);
    OpenStream.Callback callback = call.callback();
    return new Object[] {callback, watched};
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object @Nullable [] entered) {
    if (entered != null) {
      Exchange.close(entered[0]);
    }
  }
}
