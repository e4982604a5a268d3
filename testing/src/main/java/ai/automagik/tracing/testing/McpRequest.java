package ai.automagik.tracing.testing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message as {@link FakeMcpServer} received it.
 *
 * @param headers names are case-insensitive
 * @param json the whole JSON-RPC message
 */
public record McpRequest(Map<String, List<String>> headers, Map<String, @Nullable Object> json) {

  /** Returns the JSON-RPC method, or an empty string. */
  public String method() {
    return json.get("method") instanceof String method ? method : "";
  }

  /** Returns the id, or null when the message is a notification. */
  public @Nullable Object id() {
    return json.get("id");
  }

  public Map<?, ?> params() {
    return json.get("params") instanceof Map<?, ?> params ? params : Map.of();
  }

  /** Returns what stands in {@code params._meta}. */
  public Map<?, ?> meta() {
    return params().get("_meta") instanceof Map<?, ?> meta ? meta : Map.of();
  }

  /** Returns the tool, prompt or resource that is asked for, or an empty string. */
  public String target() {
    Object name = params().get("name");
    Object target = name == null ? params().get("uri") : name;
    return target instanceof String text ? text : "";
  }
}
