package ai.automagik.tracing.instrumentation.http.urlconnection.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.WatchedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToReturned;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Around the method that connects and hands out the stream for the request's body. A body that is
 * buffered is copied when it is sent; one that is streamed is seen as it is written.
 */
final class OutputAdvice {
  private OutputAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This HttpURLConnection connection,
      @Advice.FieldValue("inputStream") @Nullable InputStream answer,
      @Advice.FieldValue("strOutputStream") @Nullable Object streamed,
      @Advice.FieldValue("poster") @Nullable Object buffered) {
    boolean first = answer == null && streamed == null && buffered == null;
    return first && connection.getDoOutput() && Exchange.find(connection) == null
        ? Exchange.begin(connection)
        : null;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  @ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.This HttpURLConnection connection,
      @Advice.Return @Nullable OutputStream body,
      @Advice.Thrown @Nullable Throwable error) {
    if (!(entered instanceof Exchange exchange)) {
      return null;
    }
    exchange.leave();
    HttpCall call = exchange.call();
    if (error != null) {
      Exchange.forget(connection);
      call.ended(error);
      return null;
    }
    if (body == null || body instanceof ByteArrayOutputStream) {
      return null;
    }
    call.requestBegins();
    return new WatchedOutputStream(body, call::requestBytes);
  }
}
