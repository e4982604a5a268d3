package ai.automagik.tracing.instrumentation.entry.springmessaging.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.entry.ReceivedMessage;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageMappingInfo;

/**
 * Around what a method does for a message within a web socket, as STOMP has them. The thread may be
 * another than the one that has read it, and what that did for the web socket may be over or not.
 */
final class MappingAdvice {
  private MappingAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static Object onEnter(
      @Advice.Argument(0) SimpMessageMappingInfo mapping, @Advice.Argument(3) Message<?> message) {
    String sessionId = SimpMessageHeaderAccessor.getSessionId(message.getHeaders());
    Tracer.Interlude alone = Tracer.resumeOnly(null);
    return new Handled(ReceivedMessage.begin(() -> pattern(mapping), sessionId), alone);
  }

  /** The first is the one that fits best. */
  private static @Nullable String pattern(SimpMessageMappingInfo mapping) {
    for (String pattern : mapping.getDestinationConditions().getPatterns()) {
      return pattern;
    }
    return null;
  }

  @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable failure) {
    if (entered instanceof Handled handled) {
      if (handled.span != null) {
        ReceivedMessage.end(handled.span, failure);
      }
      if (handled.alone != null) {
        handled.alone.close();
      }
    }
  }

  /** What was begun for the message, and what the thread is to go on with. */
  private record Handled(@Nullable ActiveSpan span, Tracer.@Nullable Interlude alone) {}
}
