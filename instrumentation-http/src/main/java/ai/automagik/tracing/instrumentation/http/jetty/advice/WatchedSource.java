package ai.automagik.tracing.instrumentation.http.jetty.advice;

import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.instrumentation.http.HttpCall;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response, seen from outside: each piece when it is read. As thread-safe as that.
 */
record WatchedSource(Content.Source source, HttpCall call) implements Content.Source, Invocable {
  @Override
  public Content.@Nullable Chunk read() {
    Content.Chunk chunk = source.read();
    if (chunk != null && chunk.hasRemaining()) {
      try {
        call.responseBytes(chunk.getByteBuffer());
      } catch (RuntimeException | Error ours) {
        // The application's response goes on.
      }
    }
    return chunk;
  }

  @Override
  public void demand(Runnable callback) {
    source.demand(new Demand(callback, call));
  }

  @Override
  public void fail(Throwable failure) {
    source.fail(failure);
  }

  @Override
  public void fail(Throwable failure, boolean last) {
    source.fail(failure, last);
  }

  @Override
  public long getLength() {
    return source.getLength();
  }

  @Override
  public boolean rewind() {
    return source.rewind();
  }

  @Override
  public InvocationType getInvocationType() {
    return Invocable.getInvocationType(source);
  }

  /** What the application does when there is something to be read. */
  private record Demand(Runnable callback, HttpCall call) implements Runnable, Invocable {
    @Override
    public void run() {
      OpenStream.Callback entered = call.callback();
      try {
        callback.run();
      } finally {
        Exchange.close(entered);
      }
    }

    @Override
    public InvocationType getInvocationType() {
      return Invocable.getInvocationType(callback);
    }
  }
}
