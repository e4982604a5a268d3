package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.FinishReasons;
import ai.automagik.tracing.core.trace.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Converse of Amazon Bedrock, whole and streamed, and the bodies of Nova, which are the same. Which
 * member a part has says what it is.
 */
final class BedrockConverse implements Dialect {
  @Override
  public List<String> responseHeaders() {
    return BedrockInvoke.HEADERS;
  }

  @Override
  public void request(JsonValue request, Facts facts) {
    JsonValue config = request.get("inferenceConfig");
    facts.set(Attribute.REQUEST_TEMPERATURE, config.get("temperature").decimal());
    facts.set(Attribute.REQUEST_TOP_P, config.any("topP", "top_p").decimal());
    facts.set(Attribute.REQUEST_MAX_TOKENS, config.any("maxTokens", "max_new_tokens").integer());
    facts.set(Attribute.REQUEST_STOP_SEQUENCES, config.get("stopSequences").texts());
    JsonValue more = request.get("additionalModelRequestFields");
    facts.set(Attribute.REQUEST_TOP_K, config.any("topK", "top_k").integer());
    facts.set(Attribute.REQUEST_TOP_K, more.any("top_k", "topK").integer());
    JsonValue thinking = more.any("thinking", "reasoning_config");
    facts.set(Attribute.REQUEST_THINKING_BUDGET_TOKENS, thinking.get("budget_tokens").integer());
    facts.set(Attribute.REQUEST_REASONING_LEVEL, more.get("reasoning_effort").text());
    facts.set(
        Attribute.BEDROCK_GUARDRAIL_ID,
        request.get("guardrailConfig").get("guardrailIdentifier").text());
    facts.set(Attribute.TOOL_DEFINITIONS, tools(request.get("toolConfig").get("tools")));
    List<Message> messages = new ArrayList<>();
    List<Message.Part> system = parts(request.get("system").list());
    if (!system.isEmpty()) {
      messages.add(new Message(Message.SYSTEM, system, null));
    }
    for (JsonValue message : request.get("messages").elements()) {
      List<Message.Part> parts = parts(message.get("content").list());
      String role = message.get("role").textOr(Message.USER);
      messages.add(new Message(Messages.results(parts) ? Message.TOOL : role, parts, null));
    }
    facts.set(Attribute.INPUT_MESSAGES, Messages.of(messages));
  }

  private static Message.@Nullable ToolDefinitions tools(JsonValue tools) {
    List<Message.ToolDefinition> definitions = new ArrayList<>();
    for (JsonValue tool : tools.elements()) {
      JsonValue spec = tool.any("toolSpec", "systemTool");
      if (spec.get("name").text() != null) {
        definitions.add(
            new Message.ToolDefinition(
                spec.get("name").textOr(""),
                spec.get("description").text(),
                spec.get("inputSchema").get("json").deferred()));
      }
    }
    return Messages.tools(definitions);
  }

  private static List<Message.Part> parts(List<JsonValue> contents) {
    List<Message.Part> parts = new ArrayList<>();
    for (JsonValue content : contents) {
      Message.Part part = part(content);
      if (part != null) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static Message.@Nullable Part part(JsonValue content) {
    if (content.text() != null || content.get("text").text() != null) {
      return Messages.part(content.text() == null ? content.get("text").text() : content.text());
    }
    String kind = content.names().isEmpty() ? "" : content.names().get(0);
    JsonValue of = content.get(kind);
    return switch (kind) {
      case "toolUse" ->
          new Message.ToolCall(
              of.get("toolUseId").text(), of.get("name").textOr(""), of.get("input").json());
      case "toolResult" -> toolResult(of);
      case "reasoningContent" ->
          of.get("redactedContent").isNothing()
              ? new Message.Reasoning(of.get("reasoningText").get("text").textOr(""))
              : new Message.Other("redacted_thinking");
      case "image", "video", "audio", "document" -> media(kind, of);
      case "guardContent" -> part(of);
      case "citationsContent" ->
          new Message.Text(String.valueOf(ContentParts.text(of.get("content"))));
      case "json" -> new Message.Text(String.valueOf(of.json()));
      default -> null;
    };
  }

  private static Message.Part toolResult(JsonValue result) {
    List<Message.Part> parts = parts(result.get("content").list());
    StringBuilder text = new StringBuilder();
    for (Message.Part part : parts) {
      if (part instanceof Message.Text piece) {
        text.append(text.isEmpty() ? "" : "\n").append(piece.content());
      }
    }
    return Messages.toolResponse(result.get("toolUseId").text(), text.toString(), parts);
  }

  private static Message.@Nullable Part media(String modality, JsonValue of) {
    String format = of.get("format").textOr("").toLowerCase(Locale.ROOT);
    String type = (modality.equals("document") ? "application" : modality) + "/" + format;
    JsonValue source = of.get("source");
    if (source.get("text").text() != null) {
      return Messages.part(source.get("text").text());
    }
    Message.Part content = ContentParts.content(modality, type, source.get("bytes").text());
    return content == null
        ? ContentParts.media(modality, type, source.get("s3Location").get("uri").text())
        : content;
  }

  @Override
  public Dialect.Answer answer(JsonValue request) {
    return new Answer();
  }

  private static final class Answer implements Dialect.Answer {
    private final Output output = new Output();
    private JsonValue usage = JsonValue.NOTHING;

    @Override
    public void whole(JsonValue body) {
      usage = body.get("usage");
      JsonValue content = body.get("output").get("message").get("content");
      long index = 0;
      for (Message.Part part : parts(content.elements())) {
        output.choice(0).part(index++, part);
      }
      if (content.isArray()) {
        output.choice(0).finished(FinishReasons.of(body.get("stopReason").text()));
      }
    }

    /** Nova's own events have no name, but one member of the name. */
    @Override
    public boolean chunk(String event, JsonValue data) {
      if (event.isEmpty()) {
        boolean content = false;
        for (String name : data.names()) {
          content |= !name.isEmpty() && chunk(name, data.get(name));
        }
        return content;
      }
      long index = data.get("contentBlockIndex").integerOr(0);
      Output.Choice into = output.choice(0);
      switch (event) {
        case "contentBlockStart" -> {
          JsonValue call = data.get("start").get("toolUse");
          return call.isObject()
              && into.toolCall(index, call.get("toolUseId").text(), call.get("name").text(), null);
        }
        case "contentBlockDelta" -> {
          return delta(data.get("delta"), index, into);
        }
        case "messageStop" -> into.finished(FinishReasons.of(data.get("stopReason").text()));
        case "metadata" -> usage = data.get("usage");
        default -> {}
      }
      return false;
    }

    private static boolean delta(JsonValue delta, long index, Output.Choice into) {
      JsonValue input = delta.get("toolUse").get("input");
      return into.text(index, delta.get("text").text())
          || into.reasoning(index, delta.get("reasoningContent").get("text").text())
          || (!input.isNothing() && into.toolCall(index, null, null, input.textOrJson()));
    }

    /** What was read from or written to the cache is not in Bedrock's count of the input. */
    @Override
    public void finish(Facts facts) {
      Long input = usage.get("inputTokens").integer();
      Long read = usage.any("cacheReadInputTokens", "cacheReadInputTokenCount").integer();
      Long written = usage.any("cacheWriteInputTokens", "cacheWriteInputTokenCount").integer();
      facts.set(
          Attribute.USAGE_INPUT_TOKENS,
          input == null
              ? null
              : input + (read == null ? 0 : read) + (written == null ? 0 : written));
      facts.set(Attribute.USAGE_OUTPUT_TOKENS, usage.get("outputTokens").integer());
      facts.set(Attribute.USAGE_CACHE_READ_TOKENS, read);
      facts.set(Attribute.USAGE_CACHE_WRITE_TOKENS, written);
      for (JsonValue detail : usage.get("cacheDetails").elements()) {
        if ("1h".equals(detail.get("ttl").text())) {
          facts.set(Attribute.USAGE_CACHE_WRITE_1H_TOKENS, detail.get("inputTokens").integer());
        }
      }
      output.finish(facts);
    }
  }
}
