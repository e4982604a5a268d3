package ai.automagik.tracing.instrumentation.http.apache5.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * What makes the application's request, seen from outside: the body is copied as far as the client
 * takes it, each time that it is sent. One thread at a time has it at work.
 */
final class WatchedProducer implements AsyncRequestProducer {
  private final AsyncRequestProducer producer;
  private final Exchange exchange;

  /** Whether some of the body was asked for since it was last sent, or begun anew. */
  private boolean sending;

  WatchedProducer(AsyncRequestProducer producer, Exchange exchange) {
    this.producer = producer;
    this.exchange = exchange;
  }

  @Override
  public void sendRequest(RequestChannel channel, HttpContext context)
      throws HttpException, IOException {
    producer.sendRequest(
        (request, entity, given) -> exchange.send(channel, request, entity, given), context);
  }

  @Override
  public boolean isRepeatable() {
    return producer.isRepeatable();
  }

  @Override
  public void failed(Exception cause) {
    producer.failed(cause);
  }

  @Override
  public int available() {
    return producer.available();
  }

  @Override
  public void produce(DataStreamChannel channel) throws IOException {
    HttpCall call = exchange.call();
    if (call == null) {
      producer.produce(channel);
      return;
    }
    if (!sending) {
      sending = true;
      call.requestBegins();
    }
    producer.produce(new WatchedChannel(channel, call));
  }

  /** Between two attempts as well. */
  @Override
  public void releaseResources() {
    sending = false;
    producer.releaseResources();
  }

  /** What the body is written to. */
  private record WatchedChannel(DataStreamChannel channel, HttpCall call)
      implements DataStreamChannel {
    @Override
    public void requestOutput() {
      channel.requestOutput();
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      int start = from.position();
      int count = channel.write(from);
      if (count > 0) {
        try {
          call.requestBytes(from.duplicate().position(start).limit(start + count));
        } catch (RuntimeException | Error ours) {
          // The application's request goes on.
        }
      }
      return count;
    }

    @Override
    public void endStream() throws IOException {
      channel.endStream();
    }

    @Override
    public void endStream(List<? extends Header> trailers) throws IOException {
      channel.endStream(trailers);
    }
  }
}
