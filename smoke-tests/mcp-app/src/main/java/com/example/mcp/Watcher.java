package com.example.mcp;

import dev.langchain4j.mcp.client.McpCallContext;
import dev.langchain4j.mcp.client.McpClientListener;
import dev.langchain4j.mcp.protocol.McpClientRequest;
import dev.langchain4j.service.tool.ToolExecutionResult;
import java.util.Map;

/** Prints what a listener sees of the messages, before and after they were sent. */
final class Watcher implements McpClientListener {
  @Override
  public void beforeExecuteTool(McpCallContext context) {
    System.out.println("before: " + meta(context));
  }

  @Override
  public void afterExecuteTool(
      McpCallContext context, ToolExecutionResult result, Map<String, Object> raw) {
    System.out.println("after: " + meta(context));
  }

  @Override
  public void onExecuteToolError(McpCallContext context, Throwable error) {
    System.out.println("error: " + meta(context) + ", " + error.getClass().getSimpleName());
  }

  @Override
  public void afterPing(McpCallContext context) {
    System.out.println("ping: " + ((McpClientRequest) context.message()).getParams());
  }

  private static Map<String, Object> meta(McpCallContext context) {
    return ((McpClientRequest) context.message()).getParams().getMeta();
  }
}
