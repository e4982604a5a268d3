package ai.automagik.tracing.instrumentation.entry.websocket.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.instrumentation.entry.ReceivedMessage;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.apache.tomcat.websocket.WsSession;
import org.jspecify.annotations.Nullable;

/** Around what an application does with a message that Tomcat hands to it. */
final class TomcatMessageAdvice {
  private TomcatMessageAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.FieldValue(value = "wsSession", typing = Assigner.Typing.DYNAMIC) Object at) {
    return at instanceof WsSession session
        ? ReceivedMessage.begin(
            session.getRequestURI(), session.getPathParameters(), session.getId())
        : null;
  }

  @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable failure) {
    if (entered instanceof ActiveSpan span) {
      ReceivedMessage.end(span, failure);
    }
  }
}
