package ai.automagik.tracing.instrumentation.langchain4j.mcp.advice;

import dev.langchain4j.mcp.client.McpCallContext;
import org.jspecify.annotations.Nullable;

/** What transports are given to send. Stateless. */
final class Messages {
  private static final String IN_CONTEXT = "dev.langchain4j.mcp.client.McpCallContext";

  private Messages() {}

  /** The message itself: from 1.11 on it may come with the context of the call. */
  static @Nullable Object in(@Nullable Object argument) {
    return argument != null && argument.getClass().getName().equals(IN_CONTEXT)
        ? Context.message(argument)
        : argument;
  }

  /** Apart from its caller, because older versions lack the type. */
  private static final class Context {
    static @Nullable Object message(Object argument) {
      return ((McpCallContext) argument).message();
    }
  }
}
