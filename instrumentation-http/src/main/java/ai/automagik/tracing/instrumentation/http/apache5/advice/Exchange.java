package ai.automagik.tracing.instrumentation.http.apache5.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.Sending;
import java.io.IOException;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * One execution of an asynchronous client, as what the application gave it sees it: what makes the
 * request, what takes in the response, and what is told of the end. Whether it is an LLM call is
 * known when the first of them has named its request. Thread-safe.
 */
final class Exchange {
  private final @Nullable HttpHost target;

  /** What the execution is part of; null when it is part of nothing. */
  private final @Nullable ActiveSpan caller = Tracer.current();

  private volatile @Nullable HttpCall call;

  Exchange(@Nullable HttpHost target) {
    this.target = target;
  }

  /** The LLM call that it is; null when it is none, or as long as that is not known. */
  @Nullable HttpCall call() {
    return call;
  }

  /** Hands the request to the client, which begins to send it. */
  void send(RequestChannel channel, HttpRequest request, EntityDetails entity, HttpContext context)
      throws HttpException, IOException {
    Sending sending = begin(request);
    try {
      channel.sendRequest(request, entity, context);
    } finally {
      if (sending != null) {
        HttpCall unused = sending.end();
      }
    }
  }

  private @Nullable Sending begin(HttpRequest request) {
    try {
      Sending sending = Head.begin(target, request);
      call = sending == null ? null : sending.call();
      return sending;
    } catch (RuntimeException | Error ours) {
      return null; // the request goes out all the same
    }
  }

  /** The call is over, and the application is about to be told. */
  OpenStream.@Nullable Callback ending(@Nullable Throwable error) {
    HttpCall over = call;
    return over == null ? null : over.ending(error);
  }

  /** Tells the application something, for whoever made the call. */
  void tell(Runnable callback) {
    Tracer.Interlude interlude = Tracer.resumeOnly(caller);
    try {
      callback.run();
    } finally {
      if (interlude != null) {
        interlude.close();
      }
    }
  }
}
