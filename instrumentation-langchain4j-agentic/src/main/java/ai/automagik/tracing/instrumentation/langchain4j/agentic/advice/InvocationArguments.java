package ai.automagik.tracing.instrumentation.langchain4j.agentic.advice;

import dev.langchain4j.agentic.internal.AgentInvocationArguments;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of an agent from 1.6 on. Apart from its caller, because older versions lack the
 * type.
 */
final class InvocationArguments {
  private InvocationArguments() {}

  static @Nullable Object @Nullable [] positional(@Nullable Object arguments) {
    return arguments instanceof AgentInvocationArguments both ? both.positionalArgs() : null;
  }
}
