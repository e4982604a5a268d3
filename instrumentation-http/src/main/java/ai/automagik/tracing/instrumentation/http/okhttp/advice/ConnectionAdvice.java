package ai.automagik.tracing.instrumentation.http.okhttp.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.Sending;
import net.bytebuddy.asm.Advice;
import okhttp3.Connection;

/** Where a connection begins to carry a request, on the thread that makes the call. */
final class ConnectionAdvice {
  private ConnectionAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(@Advice.This Connection connection) {
    HttpCall call = Sending.current();
    if (call != null) {
      call.connectedTo(connection.route().socketAddress());
    }
  }
}
