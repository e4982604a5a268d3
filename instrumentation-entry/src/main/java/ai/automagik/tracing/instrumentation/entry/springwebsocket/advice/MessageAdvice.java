package ai.automagik.tracing.instrumentation.entry.springwebsocket.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.instrumentation.entry.ReceivedMessage;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.WebSocketSession;

/** Around what an application does with a message that Spring hands to it. */
final class MessageAdvice {
  private MessageAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.Argument(0) WebSocketSession session) {
    return ReceivedMessage.begin(session.getUri(), null, session.getId());
  }

  @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable failure) {
    if (entered instanceof ActiveSpan span) {
      ReceivedMessage.end(span, failure);
    }
  }
}
