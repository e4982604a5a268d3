package ai.automagik.tracing.instrumentation.mcp.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Values;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.SubscribeRequest;
import io.modelcontextprotocol.spec.McpSchema.UnsubscribeRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request: typed where it is made, a map where it is read from the wire.
 * Stateless.
 */
final class Parameters {
  private Parameters() {}

  /** Says what is asked for. */
  static void describe(ActiveSpan span, Operation operation, @Nullable Object parameters) {
    switch (operation) {
      case MCP_TOOLS_CALL -> {
        span.set(Attribute.TOOL_NAME, name(parameters));
        span.set(Attribute.TOOL_CALL_ARGUMENTS, Values.attribute(arguments(parameters)));
      }
      case MCP_PROMPTS_GET -> span.set(Attribute.PROMPT_NAME, name(parameters));
      case MCP_RESOURCES_READ, MCP_RESOURCES_SUBSCRIBE, MCP_RESOURCES_UNSUBSCRIBE ->
          span.set(Attribute.MCP_RESOURCE_URI, uri(parameters));
      default -> {}
    }
  }

  /** The name of a tool or a prompt. */
  static @Nullable String name(@Nullable Object parameters) {
    if (parameters instanceof CallToolRequest call) {
      return call.name();
    } else if (parameters instanceof GetPromptRequest prompt) {
      return prompt.name();
    }
    return text(parameters, "name");
  }

  private static @Nullable Object arguments(@Nullable Object parameters) {
    if (parameters instanceof CallToolRequest call) {
      return call.arguments();
    }
    return parameters instanceof Map<?, ?> map ? map.get("arguments") : null;
  }

  private static @Nullable String uri(@Nullable Object parameters) {
    if (parameters instanceof ReadResourceRequest read) {
      return read.uri();
    } else if (parameters instanceof SubscribeRequest subscribe) {
      return subscribe.uri();
    } else if (parameters instanceof UnsubscribeRequest unsubscribe) {
      return unsubscribe.uri();
    }
    return text(parameters, "uri");
  }

  private static @Nullable String text(@Nullable Object parameters, String key) {
    return parameters instanceof Map<?, ?> map && map.get(key) instanceof String text ? text : null;
  }
}
