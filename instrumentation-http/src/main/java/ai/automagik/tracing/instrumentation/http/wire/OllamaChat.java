package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.FinishReasons;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ollama's chat or generate. It streams unless it is told not to, as lines of JSON. */
final class OllamaChat implements Dialect {
  private static final long REASONING_INDEX = 0;
  private static final long TEXT_INDEX = 1;
  private static final long FIRST_TOOL_INDEX = 2;

  private final Operation operation;

  OllamaChat(Operation operation) {
    this.operation = operation;
  }

  @Override
  public Operation operation() {
    return operation;
  }

  @Override
  public void request(JsonValue request, Facts facts) {
    facts.set(Attribute.REQUEST_MODEL, request.get("model").text());
    JsonValue options = request.get("options");
    facts.set(Attribute.REQUEST_TEMPERATURE, options.get("temperature").decimal());
    facts.set(Attribute.REQUEST_TOP_P, options.get("top_p").decimal());
    facts.set(Attribute.REQUEST_TOP_K, options.get("top_k").integer());
    facts.set(Attribute.REQUEST_MAX_TOKENS, options.get("num_predict").integer());
    facts.set(Attribute.REQUEST_SEED, options.get("seed").integer());
    facts.set(Attribute.REQUEST_STOP_SEQUENCES, options.get("stop").texts());
    facts.set(Attribute.REQUEST_REASONING_LEVEL, request.get("think").text());
    if (request.get("stream").isNothing() || request.get("stream").isTrue()) {
      facts.set(Attribute.REQUEST_STREAM, true);
    }
    if (request.get("format").isObject() || "json".equals(request.get("format").text())) {
      facts.set(Attribute.OUTPUT_TYPE, "json");
    }
    List<Message.ToolDefinition> tools = new ArrayList<>();
    for (JsonValue tool : request.get("tools").elements()) {
      JsonValue function = tool.get("function");
      if (function.get("name").text() != null) {
        tools.add(
            new Message.ToolDefinition(
                function.get("name").textOr(""),
                function.get("description").text(),
                function.get("parameters").deferred()));
      }
    }
    facts.set(Attribute.TOOL_DEFINITIONS, Messages.tools(tools));
    facts.set(Attribute.INPUT_MESSAGES, Messages.of(messages(request)));
  }

  private static List<Message> messages(JsonValue request) {
    List<Message> messages = new ArrayList<>();
    if (request.get("system").text() != null) {
      messages.add(Messages.text(Message.SYSTEM, request.get("system").textOr("")));
    }
    if (request.get("prompt").text() != null) {
      List<Message.Part> parts = new ArrayList<>();
      parts.add(new Message.Text(request.get("prompt").textOr("")));
      images(request, parts);
      messages.add(new Message(Message.USER, parts, null));
    }
    for (JsonValue message : request.get("messages").elements()) {
      messages.add(message(message));
    }
    return messages;
  }

  private static Message message(JsonValue message) {
    String role = message.get("role").textOr(Message.USER);
    String content = message.get("content").text();
    if (role.equals(Message.TOOL)) {
      return new Message(
          Message.TOOL,
          List.of(
              new Message.ToolResponse(message.any("tool_call_id", "tool_name").text(), content)),
          null);
    }
    List<Message.Part> parts = new ArrayList<>();
    if (message.get("thinking").text() != null) {
      parts.add(new Message.Reasoning(message.get("thinking").textOr("")));
    }
    if (content != null && !content.isEmpty()) {
      parts.add(new Message.Text(content));
    }
    images(message, parts);
    for (JsonValue call : message.get("tool_calls").elements()) {
      JsonValue function = call.get("function");
      parts.add(
          new Message.ToolCall(
              call.get("id").text(),
              function.get("name").textOr(""),
              function.get("arguments").json()));
    }
    return new Message(role, parts, null);
  }

  private static void images(JsonValue message, List<Message.Part> into) {
    for (JsonValue image : message.get("images").elements()) {
      Message.Part part = ContentParts.content("image", null, image.text());
      if (part != null) {
        into.add(part);
      }
    }
  }

  @Override
  public Dialect.Answer answer(JsonValue request) {
    return new Answer();
  }

  private static final class Answer implements Dialect.Answer {
    private final Output output = new Output();
    private @Nullable String model;
    private long calls;
    private JsonValue last = JsonValue.NOTHING;

    @Override
    public void whole(JsonValue body) {
      chunk("", body);
    }

    @Override
    public boolean chunk(String event, JsonValue data) {
      model = model == null ? data.get("model").text() : model;
      JsonValue message = data.get("message");
      Output.Choice into = output.choice(0);
      boolean content =
          into.reasoning(
              REASONING_INDEX,
              message.isObject() ? message.get("thinking").text() : data.get("thinking").text());
      content |=
          into.text(
              TEXT_INDEX,
              message.isObject() ? message.get("content").text() : data.get("response").text());
      for (JsonValue call : message.get("tool_calls").elements()) {
        JsonValue function = call.get("function");
        content |=
            into.toolCall(
                FIRST_TOOL_INDEX + calls++,
                call.get("id").text(),
                function.get("name").text(),
                function.get("arguments").json());
      }
      if (data.get("done").isTrue()) {
        last = data;
        String reason = FinishReasons.of(data.get("done_reason").textOr(FinishReasons.STOP));
        into.finished(
            calls > 0 && FinishReasons.STOP.equals(reason) ? FinishReasons.TOOL_CALL : reason);
      }
      return content;
    }

    @Override
    public void finish(Facts facts) {
      facts.set(Attribute.RESPONSE_MODEL, model);
      facts.set(Attribute.USAGE_INPUT_TOKENS, last.get("prompt_eval_count").integer());
      facts.set(Attribute.USAGE_OUTPUT_TOKENS, last.get("eval_count").integer());
      output.finish(facts);
    }
  }
}
