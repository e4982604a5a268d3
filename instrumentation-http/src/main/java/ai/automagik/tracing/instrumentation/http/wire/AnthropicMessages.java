package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.FinishReasons;
import ai.automagik.tracing.core.trace.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Anthropic's messages, as Anthropic itself, Bedrock and Vertex AI take and send them. */
final class AnthropicMessages implements Dialect {
  @Override
  public void request(JsonValue request, Facts facts) {
    facts.set(Attribute.REQUEST_MODEL, request.get("model").text());
    facts.set(Attribute.REQUEST_TEMPERATURE, request.get("temperature").decimal());
    facts.set(Attribute.REQUEST_TOP_P, request.get("top_p").decimal());
    facts.set(Attribute.REQUEST_TOP_K, request.get("top_k").integer());
    facts.set(Attribute.REQUEST_MAX_TOKENS, request.get("max_tokens").integer());
    facts.set(Attribute.REQUEST_STOP_SEQUENCES, request.get("stop_sequences").texts());
    facts.set(Attribute.REQUEST_REASONING_LEVEL, request.get("output_config").get("effort").text());
    facts.set(
        Attribute.REQUEST_THINKING_BUDGET_TOKENS,
        request.get("thinking").get("budget_tokens").integer());
    JsonValue format = request.get("output_config").get("format");
    format = format.isObject() ? format : request.get("output_format");
    if (format.get("type").textOr("").startsWith("json")) {
      facts.set(Attribute.OUTPUT_TYPE, "json");
    }
    if (request.get("stream").isTrue()) {
      facts.set(Attribute.REQUEST_STREAM, true);
    }
    facts.set(Attribute.TOOL_DEFINITIONS, tools(request.get("tools")));
    List<Message> messages = new ArrayList<>();
    String system = ContentParts.text(request.get("system"));
    if (system != null) {
      messages.add(Messages.text(Message.SYSTEM, system));
    }
    for (JsonValue message : request.get("messages").elements()) {
      messages.add(message(message));
    }
    facts.set(Attribute.INPUT_MESSAGES, Messages.of(messages));
  }

  private static Message.@Nullable ToolDefinitions tools(JsonValue tools) {
    List<Message.ToolDefinition> definitions = new ArrayList<>();
    for (JsonValue tool : tools.elements()) {
      String name = tool.get("name").text();
      if (name != null) {
        definitions.add(
            new Message.ToolDefinition(
                name, tool.get("description").text(), tool.get("input_schema").deferred()));
      }
    }
    return Messages.tools(definitions);
  }

  /** Results of tools come in messages of the user; a message of nothing else is the tool's. */
  private static Message message(JsonValue message) {
    List<Message.Part> parts = new ArrayList<>();
    String text = message.get("content").text();
    if (text != null) {
      parts.add(new Message.Text(text));
    }
    for (JsonValue block : message.get("content").elements()) {
      Message.Part part = part(block);
      if (part != null) {
        parts.add(part);
      }
    }
    return new Message(
        Messages.results(parts) ? Message.TOOL : message.get("role").textOr(Message.USER),
        parts,
        null);
  }

  private static Message.@Nullable Part part(JsonValue block) {
    String type = block.get("type").textOr("");
    return switch (type) {
      case "text" -> new Message.Text(block.get("text").textOr(""));
      case "redacted_thinking" -> new Message.Other(type);
      case "thinking" -> new Message.Reasoning(block.get("thinking").textOr(""));
      case "tool_use", "server_tool_use", "mcp_tool_use" ->
          new Message.ToolCall(
              block.get("id").text(), block.get("name").textOr(""), block.get("input").json());
      case "image" -> ContentParts.anthropicSource("image", block.get("source"));
      case "document" -> ContentParts.anthropicSource("document", block.get("source"));
      // of the application, of an MCP server, of web_search, code_execution and others
      default -> type.endsWith("tool_result") ? result(block) : null;
    };
  }

  private static Message.Part result(JsonValue block) {
    JsonValue content = block.get("content");
    List<Message.Part> parts = new ArrayList<>();
    for (JsonValue element : content.elements()) {
      Message.Part part = part(element);
      if (part != null) {
        parts.add(part);
      }
    }
    return Messages.toolResponse(
        block.get("tool_use_id").text(), ContentParts.text(content), parts);
  }

  @Override
  public Dialect.Answer answer(JsonValue request) {
    return new Answer();
  }

  private static final class Answer implements Dialect.Answer {
    private final Output output = new Output();
    private @Nullable String id;
    private @Nullable String model;
    private long input = -1;
    private long cacheRead = -1;
    private long cacheWrite = -1;
    private long cacheWriteForAnHour = -1;
    private long outputTokens = -1;

    @Override
    public void whole(JsonValue body) {
      head(body);
      long index = 0;
      for (JsonValue block : body.get("content").elements()) {
        Message.Part part = part(block);
        if (part != null) {
          output.choice(0).part(index++, part);
        }
      }
      if (body.get("content").isArray()) {
        output.choice(0).finished(FinishReasons.of(body.get("stop_reason").text()));
      }
    }

    @Override
    public boolean chunk(String event, JsonValue data) {
      long index = data.get("index").integerOr(0);
      JsonValue delta = data.get("delta");
      return switch (data.get("type").textOr(event)) {
        case "message_start" -> {
          head(data.get("message"));
          yield false;
        }
        case "content_block_start" -> begin(index, data.get("content_block"));
        case "content_block_delta" ->
            switch (delta.get("type").textOr("")) {
              case "text_delta" -> output.choice(0).text(index, delta.get("text").text());
              case "thinking_delta" ->
                  output.choice(0).reasoning(index, delta.get("thinking").text());
              case "input_json_delta" ->
                  output.choice(0).toolCall(index, null, null, delta.get("partial_json").text());
              default -> false;
            };
        case "message_delta" -> {
          output.choice(0).finished(FinishReasons.of(delta.get("stop_reason").text()));
          usage(data.get("usage"));
          yield false;
        }
        case "message_stop" -> {
          bedrock(data.get("amazon-bedrock-invocationMetrics"));
          yield false;
        }
        default -> false;
      };
    }

    private boolean begin(long index, JsonValue block) {
      Output.Choice into = output.choice(0);
      return switch (block.get("type").textOr("")) {
        case "text" -> into.text(index, block.get("text").text());
        case "thinking" -> into.reasoning(index, block.get("thinking").text());
        case "tool_use", "server_tool_use", "mcp_tool_use" ->
            into.toolCall(
                index,
                block.get("id").text(),
                block.get("name").text(),
                block.get("input").names().isEmpty() ? null : block.get("input").json());
        default -> {
          Message.Part part = part(block);
          if (part != null) {
            into.part(index, part);
          }
          yield part != null;
        }
      };
    }

    private void head(JsonValue message) {
      id = id == null ? message.get("id").text() : id;
      model = model == null ? message.get("model").text() : model;
      usage(message.get("usage"));
    }

    /** Counts of a stream are totals so far, and some gateways write zero in the last of them. */
    private void usage(JsonValue usage) {
      input = Math.max(input, usage.get("input_tokens").integerOr(-1));
      cacheRead = Math.max(cacheRead, usage.get("cache_read_input_tokens").integerOr(-1));
      cacheWrite = Math.max(cacheWrite, usage.get("cache_creation_input_tokens").integerOr(-1));
      cacheWriteForAnHour =
          Math.max(
              cacheWriteForAnHour,
              usage.get("cache_creation").get("ephemeral_1h_input_tokens").integerOr(-1));
      outputTokens = Math.max(outputTokens, usage.get("output_tokens").integerOr(-1));
    }

    /** Bedrock counts once more, under other names, at the end of a stream. */
    private void bedrock(JsonValue metrics) {
      input = input < 0 ? metrics.get("inputTokenCount").integerOr(-1) : input;
      outputTokens =
          outputTokens < 0 ? metrics.get("outputTokenCount").integerOr(-1) : outputTokens;
    }

    /** What was read from or written to the cache is not in Anthropic's count of the input. */
    @Override
    public void finish(Facts facts) {
      facts.set(Attribute.RESPONSE_ID, id);
      facts.set(Attribute.RESPONSE_MODEL, model);
      if (input >= 0) {
        facts.set(
            Attribute.USAGE_INPUT_TOKENS, input + Math.max(0, cacheRead) + Math.max(0, cacheWrite));
      }
      facts.set(Attribute.USAGE_OUTPUT_TOKENS, outputTokens < 0 ? null : outputTokens);
      facts.set(Attribute.USAGE_CACHE_READ_TOKENS, cacheRead < 0 ? null : cacheRead);
      facts.set(Attribute.USAGE_CACHE_WRITE_TOKENS, cacheWrite < 0 ? null : cacheWrite);
      facts.set(
          Attribute.USAGE_CACHE_WRITE_1H_TOKENS,
          cacheWriteForAnHour <= 0 ? null : cacheWriteForAnHour);
      output.finish(facts);
    }
  }
}
