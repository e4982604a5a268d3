package ai.automagik.tracing.instrumentation.http.apache4.advice;

import net.bytebuddy.asm.Advice;
import org.apache.http.HttpResponse;

/** When a response is closed, which breaks the connection off and does not ask the entity. */
final class CloseAdvice {
  private CloseAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.This HttpResponse response) {
    if (response.getEntity() instanceof ResponseEntity entity) {
      entity.closed();
    }
  }
}
