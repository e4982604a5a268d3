package ai.automagik.tracing.instrumentation.http.apache5.advice;

import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.instrumentation.http.HttpCall;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * What takes in the application's response, seen from outside: everything is passed on as it is, at
 * once, on the same thread. One thread at a time has it at work.
 */
final class WatchedConsumer<T> implements AsyncResponseConsumer<T> {
  private final AsyncResponseConsumer<T> consumer;
  private final Exchange exchange;

  WatchedConsumer(AsyncResponseConsumer<T> consumer, Exchange exchange) {
    this.consumer = consumer;
    this.exchange = exchange;
  }

  @Override
  public void consumeResponse(
      HttpResponse response,
      @Nullable EntityDetails entity,
      HttpContext context,
      FutureCallback<T> result)
      throws HttpException, IOException {
    HttpCall call = exchange.call();
    OpenStream.Callback callback = call == null ? null : begin(call, response, entity);
    try {
      consumer.consumeResponse(response, entity, context, result);
    } finally {
      close(callback);
    }
  }

  private OpenStream.@Nullable Callback begin(
      HttpCall call, HttpResponse response, @Nullable EntityDetails entity) {
    try {
      if (!Head.responseBegins(call, response)) {
        return null;
      }
      call.deliveredBy(this);
      return entity == null ? call.ending(null) : call.callback();
    } catch (RuntimeException | Error ours) {
      return null; // the application's response goes on
    }
  }

  @Override
  public void informationResponse(HttpResponse response, HttpContext context)
      throws HttpException, IOException {
    consumer.informationResponse(response, context);
  }

  @Override
  public void updateCapacity(CapacityChannel channel) throws IOException {
    consumer.updateCapacity(channel);
  }

  @Override
  public void consume(ByteBuffer bytes) throws IOException {
    HttpCall call = exchange.call();
    OpenStream.Callback callback = null;
    if (call != null) {
      try {
        call.responseBytes(bytes);
      } catch (RuntimeException | Error ours) {
        // The application's response goes on.
      }
      callback = call.callback();
    }
    try {
      consumer.consume(bytes);
    } finally {
      close(callback);
    }
  }

  @Override
  public void streamEnd(@Nullable List<? extends Header> trailers)
      throws HttpException, IOException {
    OpenStream.Callback callback = exchange.ending(null);
    try {
      consumer.streamEnd(trailers);
    } finally {
      close(callback);
    }
  }

  @Override
  public void failed(Exception cause) {
    OpenStream.Callback callback = exchange.ending(cause);
    try {
      consumer.failed(cause);
    } finally {
      close(callback);
    }
  }

  @Override
  public void releaseResources() {
    consumer.releaseResources();
  }

  private static void close(OpenStream.@Nullable Callback callback) {
    if (callback != null) {
      callback.close();
    }
  }
}
