package ai.automagik.tracing.instrumentation.http.okhttp.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.Sending;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import okio.Sink;
import org.jspecify.annotations.Nullable;

/**
 * After the client has opened what a request's body is sent into: the bytes are seen on their way.
 * So the request stays the application's own, and its body is written as often as it would be.
 */
final class RequestBodyAdvice {
  private RequestBodyAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(@Advice.Return Sink sink) {
    HttpCall call = Sending.current();
    return call == null ? null : new WatchedSink(sink, call);
  }
}
