package ai.automagik.tracing.instrumentation.http.jdk.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import org.jspecify.annotations.Nullable;

/** The LLM call that each thread is just handing to the client. */
final class Sending {
  static final ThreadLocal<@Nullable HttpCall> CALL = new ThreadLocal<>();

  private Sending() {}
}
