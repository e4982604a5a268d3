package ai.automagik.tracing.instrumentation.entry.servlet.advice;

import ai.automagik.tracing.instrumentation.entry.ServedRequest;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ServletRequest;
import javax.servlet.http.HttpServletResponse;

/** The end of a request that is answered after its servlet has returned. As thread-safe as it. */
record JavaxAnswer(ServedRequest served, HttpServletResponse response) implements AsyncListener {

  /** Whether the answer is still to come, and its end will be seen. */
  static boolean awaited(
      ServletRequest request, HttpServletResponse response, ServedRequest served) {
    if (!request.isAsyncStarted()) {
      return false;
    }
    try {
      request.getAsyncContext().addListener(new JavaxAnswer(served, response));
      return true;
    } catch (RuntimeException overAlready) { // or whatever a wrapper of the request refuses with
      return false;
    }
  }

  @Override
  public void onComplete(AsyncEvent event) {
    served.end(response.getStatus(), event.getThrowable());
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    // It is completed all the same.
  }

  @Override
  public void onError(AsyncEvent event) {
    served.end(response.getStatus(), event.getThrowable());
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    event.getAsyncContext().addListener(this); // begun anew, it has forgotten who listened
  }
}
