package ai.automagik.tracing.instrumentation.http.jetty.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/** Before the client tells that it has sent a piece of a request's body. */
final class BodyAdvice {
  private BodyAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(
      @Advice.FieldValue("conversation") Object conversation,
      @Advice.Argument(0) ByteBuffer piece) {
    HttpCall call = Exchange.find(conversation);
    if (call != null) {
      call.requestBytes(piece);
    }
  }
}
