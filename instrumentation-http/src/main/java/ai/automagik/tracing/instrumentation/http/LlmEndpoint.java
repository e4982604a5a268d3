package ai.automagik.tracing.instrumentation.http;

import org.jspecify.annotations.Nullable;

/**
 * What the address of a request says about the LLM call that it is.
 *
 * @param dialect the name of the wire protocol
 * @param provider as {@code gen_ai.provider.name} has it
 * @param model where the path names it
 */
record LlmEndpoint(String dialect, String provider, @Nullable String model) {}
