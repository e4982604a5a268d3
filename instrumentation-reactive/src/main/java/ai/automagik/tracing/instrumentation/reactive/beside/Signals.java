package ai.automagik.tracing.instrumentation.reactive.beside;

import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.TracedCall;

/**
 * What a traced call is told of a subscription. Whatever goes wrong there stays there, for the one
 * who tells is in the midst of the application's signals. As thread-safe as the call.
 */
record Signals(TracedCall call) {

  void subscribed(Object observer) {
    tell(() -> call.subscribed(observer));
  }

  void arrived(Object value) {
    tell(() -> call.arrived(value));
  }

  void completed() {
    tell(call::completed);
  }

  void failed(Throwable failure) {
    tell(() -> call.failed(failure));
  }

  void cancelled() {
    tell(call::cancelled);
  }

  /** Makes the call's span current until what is returned is closed. */
  Tracer.Resumed resume() {
    return Tracer.resume(call.span());
  }

  private static void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException | LinkageError ours) {
      // What was understood before stays.
    }
  }
}
