package ai.automagik.tracing.instrumentation.entry.websocket.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.instrumentation.entry.ReceivedMessage;
import net.bytebuddy.asm.Advice;
import org.glassfish.tyrus.core.TyrusSession;
import org.jspecify.annotations.Nullable;

/** Around what an application does with a message that Tyrus hands to it. */
final class TyrusMessageAdvice {
  private TyrusMessageAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.This TyrusSession session) {
    return ReceivedMessage.begin(
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
