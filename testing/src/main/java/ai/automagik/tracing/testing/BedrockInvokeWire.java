package ai.automagik.tracing.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What Bedrock's InvokeModel sends for a model of Anthropic: its bodies as they are, and of a
 * stream each event in an event of its own. Stateless.
 */
final class BedrockInvokeWire implements Dialect.Wire {
  private static final String DATA = "\ndata: ";

  private final Dialect.Wire model = new AnthropicWire();
  private final Dialect.Wire bedrock = new BedrockWire();

  @Override
  public String body(Dialect.Head head, LlmReply reply) {
    return model.body(head, reply);
  }

  @Override
  public String streamContentType() {
    return AmazonEvents.CONTENT_TYPE;
  }

  @Override
  public Charset streamCharset() {
    return ISO_8859_1;
  }

  @Override
  public List<String> chunks(Dialect.Head head, LlmRequest request, LlmReply reply) {
    List<String> chunks = new ArrayList<>();
    for (String event : model.chunks(head, request, reply)) {
      chunks.add(wrapped(event.substring(event.indexOf(DATA) + DATA.length()).strip()));
    }
    return chunks;
  }

  @Override
  public String malformedChunk() {
    return wrapped("{\"type\":\"content_block_");
  }

  private static String wrapped(String json) {
    String bytes = Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
    return AmazonEvents.event("chunk", Json.write(Json.object("bytes", bytes)));
  }

  @Override
  public Map<String, String> errorHeaders(int status) {
    return bedrock.errorHeaders(status);
  }

  @Override
  public String error(int status, String message) {
    return bedrock.error(status, message);
  }

  @Override
  public String errorMessage(int status, String name) {
    return bedrock.errorMessage(status, name);
  }
}
