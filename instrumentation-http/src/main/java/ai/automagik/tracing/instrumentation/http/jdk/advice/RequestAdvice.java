package ai.automagik.tracing.instrumentation.http.jdk.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.Sending;
import java.net.http.HttpRequest.BodyPublisher;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToFields;
import net.bytebuddy.asm.Advice.AssignReturned.ToFields.ToField;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * After the client has copied the application's request into one of its own: the copy takes its
 * body from a publisher that is watched. The application's request stays as it is, and stays what
 * the response refers to.
 */
final class RequestAdvice {
  private RequestAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @ToFields(@ToField(value = "requestPublisher", typing = Assigner.Typing.DYNAMIC))
  public static @Nullable Object onExit(
      @Advice.FieldValue("requestPublisher") @Nullable BodyPublisher body) {
    HttpCall call = Sending.current();
    return call == null || body == null ? null : new WatchedPublisher(body, call);
  }
}
