package ai.automagik.tracing.instrumentation.http.jetty.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.client.Request;
import org.jspecify.annotations.Nullable;

/**
 * Around the sending of a request, by the application or by the client, which follows redirects.
 */
final class SendAdvice {
  private SendAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Request request, @Advice.FieldValue("conversation") Object conversation) {
    return Exchange.begin(request, conversation);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable error) {
    if (error != null && entered instanceof HttpCall call) {
      call.ended(error);
    }
  }
}
