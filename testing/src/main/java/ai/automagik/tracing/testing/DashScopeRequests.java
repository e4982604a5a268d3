package ai.automagik.tracing.testing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests for DashScope's text generation: OpenAI's messages and tools in members of their own. A
 * header says whether the answer is to be streamed. Stateless.
 */
final class DashScopeRequests implements Dialect.Requests {
  private final Dialect.Requests messages = new OpenAiRequests();

  @Override
  public String model(LlmRequest request) {
    return Json.text(request.json().get("model"));
  }

  @Override
  public boolean stream(LlmRequest request) {
    return "enable".equals(request.header("X-DashScope-SSE"));
  }

  @Override
  public List<LlmRequest.Message> messages(Map<String, @Nullable Object> json) {
    return messages.messages(Json.object("messages", Json.map(json.get("input")).get("messages")));
  }

  @Override
  public List<String> toolNames(Map<String, @Nullable Object> json) {
    return messages.toolNames(Json.object("tools", Json.map(json.get("parameters")).get("tools")));
  }
}
