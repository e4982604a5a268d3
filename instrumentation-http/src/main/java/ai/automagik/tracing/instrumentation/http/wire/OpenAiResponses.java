package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** OpenAI's responses, with the tools that run at OpenAI. */
final class OpenAiResponses implements Dialect {
  @Override
  public void request(JsonValue request, Facts facts) {
    facts.set(Attribute.REQUEST_MODEL, request.get("model").text());
    facts.set(Attribute.REQUEST_TEMPERATURE, request.get("temperature").decimal());
    facts.set(Attribute.REQUEST_TOP_P, request.get("top_p").decimal());
    facts.set(Attribute.REQUEST_MAX_TOKENS, request.get("max_output_tokens").integer());
    facts.set(Attribute.REQUEST_REASONING_LEVEL, request.get("reasoning").get("effort").text());
    facts.set(Attribute.REQUEST_PREVIOUS_RESPONSE_ID, request.get("previous_response_id").text());
    JsonValue conversation = request.get("conversation");
    facts.set(
        Attribute.CONVERSATION_ID,
        conversation.isObject() ? conversation.get("id").text() : conversation.text());
    if (request.get("stream").isTrue()) {
      facts.set(Attribute.REQUEST_STREAM, true);
    }
    if (request.get("text").get("format").get("type").textOr("").startsWith("json")) {
      facts.set(Attribute.OUTPUT_TYPE, "json");
    }
    String tier = request.get("service_tier").text();
    facts.set(Attribute.OPENAI_REQUEST_SERVICE_TIER, "auto".equals(tier) ? null : tier);
    facts.set(Attribute.TOOL_DEFINITIONS, tools(request.get("tools")));
    List<Message> messages = new ArrayList<>();
    if (request.get("instructions").text() != null) {
      messages.add(
          new Message(
              Message.SYSTEM,
              List.of(new Message.Text(request.get("instructions").textOr(""))),
              null));
    }
    if (request.get("input").text() != null) {
      messages.add(
          new Message(
              Message.USER, List.of(new Message.Text(request.get("input").textOr(""))), null));
    }
    for (JsonValue item : request.get("input").elements()) {
      messages.add(input(item));
    }
    facts.set(
        Attribute.INPUT_MESSAGES, messages.isEmpty() ? null : new Message.Conversation(messages));
  }

  private static Message.@Nullable ToolDefinitions tools(JsonValue tools) {
    List<Message.ToolDefinition> definitions = new ArrayList<>();
    for (JsonValue tool : tools.elements()) {
      String name = tool.any("name", "server_label", "type").text();
      if (name != null) {
        definitions.add(
            new Message.ToolDefinition(
                name, tool.get("description").text(), tool.get("parameters").deferred()));
      }
    }
    return definitions.isEmpty() ? null : new Message.ToolDefinitions(definitions);
  }

  private static Message input(JsonValue item) {
    String type = item.get("type").textOr("message");
    if (type.endsWith("_output")) {
      return new Message(
          Message.TOOL,
          List.of(
              new Message.ToolResponse(
                  item.get("call_id").text(), ContentParts.text(item.get("output")))),
          null);
    }
    List<Message.Part> parts = new ArrayList<>();
    if (type.equals("message")) {
      ContentParts.openAi(item.get("content"), parts);
      String role = item.get("role").textOr(Message.USER);
      return new Message(role.equals("developer") ? Message.SYSTEM : role, parts, null);
    }
    Message.Part part = part(item);
    if (part != null) {
      parts.add(part);
    }
    return new Message(Message.ASSISTANT, parts, null);
  }

  /** An item of the output that is no message. */
  private static Message.@Nullable Part part(JsonValue item) {
    String type = item.get("type").textOr("");
    if (type.equals("reasoning")) {
      String summary = ContentParts.text(item.get("summary"));
      return summary == null || summary.equals("[]") ? null : new Message.Reasoning(summary);
    } else if (type.equals("function_call") || type.equals("custom_tool_call")) {
      return new Message.ToolCall(
          item.get("call_id").text(),
          item.get("name").textOr(""),
          item.any("arguments", "input").text());
    } else if (type.endsWith("_call")) { // web_search_call, file_search_call, mcp_call, ...
      JsonValue arguments = item.any("arguments", "action", "queries", "code");
      return new Message.ToolCall(
          item.get("id").text(),
          item.get("name").textOr(type.substring(0, type.length() - "_call".length())),
          arguments.text() != null ? arguments.text() : arguments.json());
    }
    return null;
  }

  @Override
  public Dialect.Answer answer() {
    return new Answer();
  }

  private static final class Answer implements Dialect.Answer {
    private final Output pieces = new Output();
    private JsonValue response = JsonValue.NOTHING;

    @Override
    public void whole(JsonValue body) {
      response = body;
    }

    /** The last event holds the whole answer; the pieces matter when it does not come. */
    @Override
    public boolean chunk(String event, JsonValue data) {
      String type = data.get("type").textOr(event);
      if (data.get("response").isObject()) {
        response = data.get("response");
      }
      long index = data.get("output_index").integerOr(0);
      Output.Choice into = pieces.choice(0);
      return switch (type) {
        case "response.output_text.delta", "response.refusal.delta" ->
            into.text(index, data.get("delta").text());
        case "response.reasoning_summary_text.delta", "response.reasoning_text.delta" ->
            into.reasoning(index, data.get("delta").text());
        case "response.output_item.added" -> {
          JsonValue item = data.get("item");
          yield item.get("type").textOr("").equals("function_call")
              && into.toolCall(index, item.get("call_id").text(), item.get("name").text(), null);
        }
        case "response.function_call_arguments.delta" ->
            into.toolCall(index, null, null, data.get("delta").text());
        default -> false;
      };
    }

    @Override
    public void finish(Facts facts) {
      facts.set(Attribute.RESPONSE_ID, response.get("id").text());
      facts.set(Attribute.RESPONSE_MODEL, response.get("model").text());
      facts.set(Attribute.OPENAI_RESPONSE_SERVICE_TIER, response.get("service_tier").text());
      OpenAiUsage.set(response.get("usage"), facts);
      if (response.get("output").elements().isEmpty()) {
        pieces.finish(facts);
      } else {
        whole().finish(facts);
      }
    }

    private Output whole() {
      Output output = new Output();
      Output.Choice into = output.choice(0);
      long index = 0;
      boolean called = false;
      for (JsonValue item : response.get("output").elements()) {
        if (item.get("type").textOr("").equals("message")) {
          List<Message.Part> parts = new ArrayList<>();
          ContentParts.openAi(item.get("content"), parts);
          for (Message.Part part : parts) {
            into.part(index++, part);
          }
        } else {
          Message.Part part = part(item);
          called |= item.get("type").textOr("").equals("function_call");
          if (part != null) {
            into.part(index++, part);
          }
        }
      }
      String status = response.get("status").textOr("completed");
      String reason = response.get("incomplete_details").get("reason").text();
      into.finished(
          called && status.equals("completed")
              ? FinishReasons.TOOL_CALL
              : FinishReasons.of(reason == null ? status : reason));
      return output;
    }
  }
}
