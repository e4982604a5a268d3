package ai.automagik.tracing.instrumentation.http;

import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.instrumentation.http.wire.WireCall;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a request says about the LLM call that it is.
 *
 * @param dialect the name of the wire protocol
 * @param provider as {@code gen_ai.provider.name} has it
 * @param model where the path names it
 */
record LlmEndpoint(String dialect, String provider, @Nullable String model) {
  /** What a call of it is, when no library says more. */
  Operation operation() {
    return WireCall.operation(dialect, model);
  }
}
