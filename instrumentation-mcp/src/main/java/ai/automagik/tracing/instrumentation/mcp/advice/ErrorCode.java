package ai.automagik.tracing.instrumentation.mcp.advice;

import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;

/** The number of a JSON-RPC error. Stateless. */
final class ErrorCode {
  private static final int UNKNOWN = 0;

  private ErrorCode() {}

  /** By reflection, because it is an {@code int} up to 1.x and an {@code Integer} from then on. */
  static int of(JSONRPCError error) {
    try {
      Object code = JSONRPCError.class.getMethod("code").invoke(error);
      return code instanceof Integer number ? number : UNKNOWN;
    } catch (ReflectiveOperationException otherVersion) {
      return UNKNOWN;
    }
  }
}
