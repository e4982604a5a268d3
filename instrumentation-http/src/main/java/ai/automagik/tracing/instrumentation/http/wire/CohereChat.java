package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.FinishReasons;
import ai.automagik.tracing.core.trace.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cohere's chat, in its first version, where a message has a history, and in its second. */
final class CohereChat implements Dialect {
  @Override
  public void request(JsonValue request, Facts facts) {
    OpenAiRequest.settings(request, facts);
    facts.set(Attribute.REQUEST_TOP_P, request.get("p").decimal());
    facts.set(Attribute.REQUEST_TOP_K, request.get("k").integer());
    facts.set(Attribute.REQUEST_STOP_SEQUENCES, request.get("stop_sequences").texts());
    facts.set(
        Attribute.REQUEST_THINKING_BUDGET_TOKENS,
        request.get("thinking").get("token_budget").integer());
    List<Message.ToolDefinition> tools = new ArrayList<>();
    for (JsonValue tool : request.get("tools").elements()) {
      JsonValue function = tool.get("function").isObject() ? tool.get("function") : tool;
      tools.add(
          new Message.ToolDefinition(
              function.get("name").textOr(""),
              function.get("description").text(),
              function.any("parameters", "parameter_definitions").deferred()));
    }
    facts.set(Attribute.TOOL_DEFINITIONS, Messages.tools(tools));
    facts.set(Attribute.INPUT_MESSAGES, Messages.of(messages(request)));
  }

  private static List<Message> messages(JsonValue request) {
    List<Message> messages = new ArrayList<>();
    if (request.get("preamble").word() != null) {
      messages.add(Messages.text(Message.SYSTEM, request.get("preamble").textOr("")));
    }
    for (JsonValue message : request.get("chat_history").elements()) {
      messages.add(message(message));
    }
    for (JsonValue message : request.get("messages").elements()) {
      messages.add(message(message));
    }
    if (request.get("message").word() != null) {
      messages.add(Messages.text(Message.USER, request.get("message").textOr("")));
    }
    List<Message.Part> results = results(request.get("tool_results"));
    if (!results.isEmpty()) {
      messages.add(new Message(Message.TOOL, results, null));
    }
    return messages;
  }

  private static Message message(JsonValue message) {
    String role = message.get("role").textOr(Message.USER).toLowerCase(Locale.ROOT);
    List<Message.Part> parts = new ArrayList<>();
    if (role.equals(Message.TOOL) && !message.get("tool_call_id").isNothing()) {
      parts.add(
          new Message.ToolResponse(
              message.get("tool_call_id").text(), ContentParts.text(message.get("content"))));
      return new Message(role, parts, null);
    }
    String plan = message.get("tool_plan").word();
    if (plan != null) {
      parts.add(new Message.Reasoning(plan));
    }
    ContentParts.openAi(message.any("content", "message"), parts);
    for (JsonValue call : message.get("tool_calls").elements()) {
      JsonValue function = call.get("function").isObject() ? call.get("function") : call;
      parts.add(
          new Message.ToolCall(
              call.get("id").text(),
              function.get("name").textOr(""),
              function.any("arguments", "parameters").textOrJson()));
    }
    parts.addAll(results(message.get("tool_results")));
    return new Message(role.equals("chatbot") ? Message.ASSISTANT : role, parts, null);
  }

  private static List<Message.Part> results(JsonValue results) {
    List<Message.Part> parts = new ArrayList<>();
    for (JsonValue result : results.elements()) {
      parts.add(new Message.ToolResponse(null, result.get("outputs").json()));
    }
    return parts;
  }

  @Override
  public Dialect.Answer answer(JsonValue request) {
    return new Answer();
  }

  private static final class Answer implements Dialect.Answer {
    private static final long PLAN_INDEX = 0;
    private static final long FIRST_CONTENT_INDEX = 1;
    private static final long FIRST_TOOL_INDEX = 100;

    private final Output output = new Output();
    private @Nullable String id;
    private JsonValue usage = JsonValue.NOTHING;

    @Override
    public void whole(JsonValue body) {
      head(body);
      JsonValue message = body.get("message").isObject() ? body.get("message") : body;
      Output.Choice into = output.choice(0);
      into.reasoning(PLAN_INDEX, message.get("tool_plan").text());
      into.text(FIRST_CONTENT_INDEX, message.get("text").text());
      long index = FIRST_CONTENT_INDEX;
      for (JsonValue part : message.get("content").elements()) {
        content(part, index++, into);
      }
      calls(message.get("tool_calls"), into);
    }

    private static boolean content(JsonValue part, long index, Output.Choice into) {
      boolean thought = into.reasoning(index, part.get("thinking").text());
      return into.text(index, part.get("text").text()) || thought;
    }

    private static boolean calls(JsonValue calls, Output.Choice into) {
      long index = FIRST_TOOL_INDEX;
      for (JsonValue call : calls.elements()) {
        call(call, index++, into);
      }
      return index > FIRST_TOOL_INDEX;
    }

    private static boolean call(JsonValue call, long index, Output.Choice into) {
      JsonValue function = call.get("function").isObject() ? call.get("function") : call;
      return into.toolCall(
          index,
          call.get("id").text(),
          function.get("name").text(),
          function.any("arguments", "parameters").textOrJson());
    }

    @Override
    public boolean chunk(String event, JsonValue data) {
      String type = data.any("type", "event_type").textOr(event);
      JsonValue message = data.get("delta").get("message");
      long index = data.get("index").integerOr(0);
      Output.Choice into = output.choice(0);
      return switch (type) {
        case "message-end" -> {
          head(data.get("delta"));
          yield false;
        }
        case "stream-end" -> {
          head(data.get("response"));
          into.finished(FinishReasons.of(data.get("finish_reason").text()));
          yield false;
        }
        case "text-generation" -> into.text(FIRST_CONTENT_INDEX, data.get("text").text());
        case "tool-calls-generation" -> calls(data.get("tool_calls"), into);
        case "tool-plan-delta" -> into.reasoning(PLAN_INDEX, message.get("tool_plan").text());
        case "content-start", "content-delta" ->
            content(message.get("content"), FIRST_CONTENT_INDEX + index, into);
        case "tool-call-start", "tool-call-delta" ->
            call(message.get("tool_calls"), FIRST_TOOL_INDEX + index, into);
        default -> {
          head(data);
          yield false;
        }
      };
    }

    private void head(JsonValue body) {
      id = id == null ? body.any("id", "response_id", "generation_id").word() : id;
      JsonValue reported = body.any("usage", "meta");
      usage = reported.isObject() ? reported : usage;
      output.choice(0).finished(FinishReasons.of(body.get("finish_reason").text()));
    }

    /** What is billed goes before what was counted, as the GenAI conventions have it. */
    @Override
    public void finish(Facts facts) {
      facts.set(Attribute.RESPONSE_ID, id);
      for (JsonValue counted : List.of(usage.get("tokens"), usage.get("billed_units"))) {
        facts.set(Attribute.USAGE_INPUT_TOKENS, counted.get("input_tokens").integer());
        facts.set(Attribute.USAGE_OUTPUT_TOKENS, counted.get("output_tokens").integer());
      }
      facts.set(Attribute.USAGE_CACHE_READ_TOKENS, usage.get("cached_tokens").integer());
      output.finish(facts);
    }
  }
}
