package ai.automagik.tracing.testing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests for a model of Anthropic by Bedrock's InvokeModel, which passes the body on; model and
 * streaming stand in the path. Stateless.
 */
final class BedrockInvokeRequests implements Dialect.Requests {
  private final Dialect.Requests bodies = new AnthropicRequests();

  @Override
  public String model(LlmRequest request) {
    return BedrockRequests.modelOf(request);
  }

  @Override
  public boolean stream(LlmRequest request) {
    return request.path().endsWith("/invoke-with-response-stream");
  }

  @Override
  public List<LlmRequest.Message> messages(Map<String, @Nullable Object> json) {
    return bodies.messages(json);
  }

  @Override
  public List<String> toolNames(Map<String, @Nullable Object> json) {
    return bodies.toolNames(json);
  }
}
