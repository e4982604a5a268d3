package ai.automagik.tracing.instrumentation.http.jetty.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import java.nio.channels.AsynchronousCloseException;
import java.util.concurrent.CancellationException;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * When a request is aborted: by the application, which wants no more of it, or by the client, which
 * has failed with it and tells so afterwards.
 */
final class AbortAdvice {
  private static final StackWalker STACK = StackWalker.getInstance();

  private AbortAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(
      @Advice.FieldValue("conversation") Object conversation,
      @Advice.Argument(0) @Nullable Throwable cause) {
    HttpCall call = Exchange.find(conversation);
    if (call != null && (tellsOfLeaving(cause) || isAskedByApplication())) {
      call.cancelled();
    }
  }

  /** What the client itself aborts with for an application that leaves. */
  private static boolean tellsOfLeaving(@Nullable Throwable cause) {
    return cause instanceof CancellationException
        || cause instanceof AsynchronousCloseException
        || cause instanceof InterruptedException;
  }

  private static boolean isAskedByApplication() {
    return STACK.walk(
        frames ->
            frames
                .map(StackWalker.StackFrame::getClassName)
                .dropWhile(name -> !name.startsWith("org.eclipse.jetty.client.transport."))
                .dropWhile(
                    name ->
                        name.equals("org.eclipse.jetty.client.transport.HttpRequest")
                            || name.equals("org.eclipse.jetty.client.transport.HttpResponse"))
                .findFirst()
                .filter(name -> !name.startsWith("org.eclipse.jetty.client."))
                .isPresent());
  }
}
