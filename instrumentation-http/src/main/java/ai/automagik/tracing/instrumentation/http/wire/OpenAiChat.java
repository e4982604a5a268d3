package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's chat completions, and what the many servers that speak them have added: reasoning as
 * {@code reasoning_content} or {@code reasoning}. Also the older text completions.
 */
final class OpenAiChat implements Dialect {
  private static final long REASONING_INDEX = 0;
  private static final long TEXT_INDEX = 1;
  private static final long REFUSAL_INDEX = 2;
  private static final long FIRST_TOOL_INDEX = 3;

  @Override
  public void request(JsonValue request, Facts facts) {
    facts.set(Attribute.REQUEST_MODEL, request.get("model").text());
    facts.set(Attribute.REQUEST_TEMPERATURE, request.get("temperature").decimal());
    facts.set(Attribute.REQUEST_TOP_P, request.get("top_p").decimal());
    facts.set(Attribute.REQUEST_TOP_K, request.get("top_k").integer());
    facts.set(
        Attribute.REQUEST_MAX_TOKENS, request.any("max_completion_tokens", "max_tokens").integer());
    facts.set(Attribute.REQUEST_FREQUENCY_PENALTY, request.get("frequency_penalty").decimal());
    facts.set(Attribute.REQUEST_PRESENCE_PENALTY, request.get("presence_penalty").decimal());
    facts.set(Attribute.REQUEST_STOP_SEQUENCES, request.get("stop").texts());
    facts.set(Attribute.REQUEST_SEED, request.get("seed").integer());
    facts.set(Attribute.REQUEST_REASONING_LEVEL, request.get("reasoning_effort").text());
    if (request.get("n").integerOr(1) != 1) {
      facts.set(Attribute.REQUEST_CHOICE_COUNT, request.get("n").integer());
    }
    if (request.get("stream").isTrue()) {
      facts.set(Attribute.REQUEST_STREAM, true);
    }
    String format = request.get("response_format").get("type").textOr("");
    if (format.startsWith("json")) {
      facts.set(Attribute.OUTPUT_TYPE, "json");
    }
    String tier = request.get("service_tier").text();
    facts.set(Attribute.OPENAI_REQUEST_SERVICE_TIER, "auto".equals(tier) ? null : tier);
    facts.set(Attribute.TOOL_DEFINITIONS, tools(request.get("tools")));
    facts.set(Attribute.INPUT_MESSAGES, input(request));
  }

  private static Message.@Nullable ToolDefinitions tools(JsonValue tools) {
    List<Message.ToolDefinition> definitions = new ArrayList<>();
    for (JsonValue tool : tools.elements()) {
      JsonValue function = tool.get("function");
      String name = function.get("name").text();
      if (name != null) {
        definitions.add(
            new Message.ToolDefinition(
                name, function.get("description").text(), function.get("parameters").deferred()));
      }
    }
    return definitions.isEmpty() ? null : new Message.ToolDefinitions(definitions);
  }

  private static Message.@Nullable Conversation input(JsonValue request) {
    List<Message> messages = new ArrayList<>();
    for (JsonValue message : request.get("messages").elements()) {
      messages.add(message(message));
    }
    List<String> prompts = request.get("prompt").texts();
    if (prompts != null) {
      for (String prompt : prompts) {
        messages.add(new Message(Message.USER, List.of(new Message.Text(prompt)), null));
      }
    }
    return messages.isEmpty() ? null : new Message.Conversation(messages);
  }

  private static Message message(JsonValue message) {
    String role = message.get("role").textOr(Message.USER);
    List<Message.Part> parts = new ArrayList<>();
    if (role.equals(Message.TOOL) || role.equals("function")) {
      parts.add(
          new Message.ToolResponse(
              message.get("tool_call_id").text(), ContentParts.text(message.get("content"))));
      return new Message(Message.TOOL, parts, null);
    }
    String reasoning = message.any("reasoning_content", "reasoning").text();
    if (reasoning != null) {
      parts.add(new Message.Reasoning(reasoning));
    }
    ContentParts.openAi(message.get("content"), parts);
    for (JsonValue call : message.get("tool_calls").elements()) {
      parts.add(
          new Message.ToolCall(
              call.get("id").text(),
              call.get("function").get("name").textOr(""),
              call.get("function").get("arguments").text()));
    }
    return new Message(role.equals("developer") ? Message.SYSTEM : role, parts, null);
  }

  @Override
  public Dialect.Answer answer() {
    return new Answer();
  }

  private static final class Answer implements Dialect.Answer {
    private final Output output = new Output();
    private @Nullable String id;
    private @Nullable String model;
    private @Nullable String fingerprint;
    private @Nullable String tier;
    private JsonValue usage = JsonValue.NOTHING;

    @Override
    public void whole(JsonValue body) {
      head(body);
      for (JsonValue choice : body.get("choices").elements()) {
        Output.Choice into = output.choice(choice.get("index").integerOr(0));
        JsonValue message = choice.get("message");
        add(message, into);
        into.text(TEXT_INDEX, choice.get("text").text());
        into.finished(FinishReasons.of(choice.get("finish_reason").text()));
      }
    }

    @Override
    public boolean chunk(String event, JsonValue data) {
      head(data);
      boolean content = false;
      for (JsonValue choice : data.get("choices").elements()) {
        Output.Choice into = output.choice(choice.get("index").integerOr(0));
        content |= add(choice.get("delta"), into);
        content |= into.text(TEXT_INDEX, choice.get("text").text());
        into.finished(FinishReasons.of(choice.get("finish_reason").text()));
      }
      return content;
    }

    private void head(JsonValue body) {
      id = id == null ? body.get("id").text() : id;
      model = model == null ? body.get("model").text() : model;
      tier = body.get("service_tier").isNothing() ? tier : body.get("service_tier").text();
      fingerprint = fingerprint == null ? body.get("system_fingerprint").text() : fingerprint;
      JsonValue reported = body.get("usage");
      // Groq reports it in a member of its own in streams.
      reported = reported.isObject() ? reported : body.get("x_groq").get("usage");
      usage = reported.isObject() ? reported : usage;
    }

    private static boolean add(JsonValue message, Output.Choice into) {
      boolean content =
          into.reasoning(REASONING_INDEX, message.any("reasoning_content", "reasoning").text());
      JsonValue text = message.get("content");
      content |= into.text(TEXT_INDEX, text.text());
      for (JsonValue part : text.elements()) { // Mistral's thinking models
        if (part.get("type").textOr("").equals("thinking")) {
          for (JsonValue thought : part.get("thinking").elements()) {
            content |= into.reasoning(REASONING_INDEX, thought.get("text").text());
          }
        } else {
          content |= into.text(TEXT_INDEX, part.get("text").text());
        }
      }
      content |= into.text(REFUSAL_INDEX, message.get("refusal").text());
      long position = 0;
      for (JsonValue call : message.get("tool_calls").elements()) {
        JsonValue function = call.get("function");
        long index = call.get("index").integerOr(position++);
        content |=
            into.toolCall(
                FIRST_TOOL_INDEX + index,
                call.get("id").text(),
                function.get("name").text(),
                function.get("arguments").text());
      }
      return content;
    }

    @Override
    public void finish(Facts facts) {
      facts.set(Attribute.RESPONSE_ID, id);
      facts.set(Attribute.RESPONSE_MODEL, model);
      facts.set(Attribute.OPENAI_RESPONSE_SERVICE_TIER, tier);
      facts.set(Attribute.OPENAI_RESPONSE_SYSTEM_FINGERPRINT, fingerprint);
      OpenAiUsage.set(usage, facts);
      output.finish(facts);
    }
  }
}
