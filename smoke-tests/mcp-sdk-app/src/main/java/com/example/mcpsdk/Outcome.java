package com.example.mcpsdk;

import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.Map;
import java.util.concurrent.Callable;

/** What calls come to, in words. */
final class Outcome {
  private Outcome() {}

  static String of(Callable<?> call) {
    try {
      Object result = call.call();
      return result instanceof String text ? text : "done";
    } catch (Exception e) {
      Throwable cause = e;
      while (cause.getCause() != null && cause.getClass() == RuntimeException.class) {
        cause = cause.getCause();
      }
      return cause.getClass().getSimpleName();
    }
  }

  static String ofTool(McpSyncClient client, String name, Map<String, Object> arguments) {
    CallToolRequest request = new CallToolRequest(name, arguments);
    String text = of(() -> text(client.callTool(request)));
    // Nobody has changed what the program has made.
    return name + ": " + text + (request.equals(new CallToolRequest(name, arguments)) ? "" : "!");
  }

  static String text(CallToolResult result) {
    String text = ((TextContent) result.content().get(0)).text();
    return Boolean.TRUE.equals(result.isError()) ? "error: " + text : text;
  }
}
