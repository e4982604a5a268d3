package ai.automagik.tracing.instrumentation.entry.websocket.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.instrumentation.entry.ReceivedMessage;
import io.undertow.websockets.jsr.UndertowSession;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Around what an application does with a message that Undertow hands to it. */
final class UndertowMessageAdvice {
  private UndertowMessageAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.FieldValue(value = "this$0", typing = Assigner.Typing.DYNAMIC) Object handler) {
    UndertowSession session = Connection.of(handler);
    return session == null
        ? null
        : ReceivedMessage.begin(
            session.getRequestURI(), session.getPathParameters(), session.getId());
  }

  @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable failure) {
    if (entered instanceof ActiveSpan span) {
      ReceivedMessage.end(span, failure);
    }
  }
}
