package ai.automagik.tracing.instrumentation.http.urlconnection.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.WatchedInputStream;
import ai.automagik.tracing.instrumentation.http.WatchedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToFields;
import net.bytebuddy.asm.Advice.AssignReturned.ToFields.ToField;
import net.bytebuddy.asm.Advice.AssignReturned.ToReturned;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Around the method that sends the request, unless it is sent already, and reads the head of the
 * response. It is called for whatever the application wants to know, and answers all but the first
 * time what it has.
 *
 * <p>The connection keeps the watched stream in place of its own: it hands the same out again, also
 * as the body of an error, and closes it when it is disconnected.
 */
final class InputAdvice {
  private static final int FIRST_ERROR_STATUS = 400;

  private InputAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This HttpURLConnection connection,
      @Advice.FieldValue("inputStream") @Nullable InputStream answer,
      @Advice.FieldValue("rememberedException") @Nullable Exception failure,
      @Advice.FieldValue("poster") @Nullable Object buffered)
      throws IOException {
    if (answer != null || failure != null) {
      return null;
    }
    Exchange exchange = Exchange.find(connection);
    if (exchange == null) {
      exchange = Exchange.begin(connection);
    }
    if (exchange == null || !exchange.beginAnswer()) {
      return null;
    }
    HttpCall call = exchange.call();
    if (buffered instanceof ByteArrayOutputStream body) {
      call.requestBegins();
      body.writeTo(new WatchedOutputStream(OutputStream.nullOutputStream(), call::requestBytes));
    }
    return exchange;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  @ToFields(@ToField(value = "inputStream", typing = Assigner.Typing.DYNAMIC))
  @ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.This HttpURLConnection connection,
      @Advice.FieldValue("inputStream") @Nullable InputStream body,
      @Advice.FieldValue("errorStream") @Nullable InputStream bufferedError,
      @Advice.FieldValue("responseCode") int status,
      @Advice.Thrown @Nullable Throwable error) {
    if (!(entered instanceof Exchange exchange)) {
      return null;
    }
    Exchange.forget(connection);
    exchange.leave();
    HttpCall call = exchange.call();
    if (error != null && status < FIRST_ERROR_STATUS) {
      call.ended(error);
      return null;
    }
    FieldsOfHead head = new FieldsOfHead(connection.getHeaderFields());
    if (!call.responseBegins(status, head)) {
      return null;
    }
    if (body == null || bufferedError != null) {
      call.ended(null);
      return null;
    }
    return new WatchedInputStream(body, call, connection, head.contentLength());
  }
}
