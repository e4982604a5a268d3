package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.FinishReasons;
import ai.automagik.tracing.core.trace.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** OpenAI's responses, with the tools that run at OpenAI. */
final class OpenAiResponses implements Dialect {
  private static final long MAX_PARTS_OF_ITEM = 100;

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
      messages.add(Messages.text(Message.SYSTEM, request.get("instructions").textOr("")));
    }
    if (request.get("input").text() != null) {
      messages.add(Messages.text(Message.USER, request.get("input").textOr("")));
    }
    for (JsonValue item : request.get("input").elements()) {
      Message message = input(item);
      if (!message.parts().isEmpty()) { // an item that is only referred to has none
        messages.add(message);
      }
    }
    facts.set(Attribute.INPUT_MESSAGES, Messages.of(messages));
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
    return Messages.tools(definitions);
  }

  private static Message input(JsonValue item) {
    String type = item.get("type").textOr("message");
    List<Message.Part> parts = new ArrayList<>();
    if (type.endsWith("_output")) {
      ContentParts.openAi(item.get("output"), parts);
      return new Message(
          Message.TOOL,
          List.of(
              Messages.toolResponse(
                  item.get("call_id").text(), ContentParts.text(item.get("output")), parts)),
          null);
    }
    if (type.equals("message")) {
      ContentParts.openAi(item.get("content"), parts);
      String role = item.get("role").textOr(Message.USER);
      return new Message(role.equals("developer") ? Message.SYSTEM : role, parts, null);
    }
    parts.addAll(parts(item));
    return new Message(Message.ASSISTANT, parts, null);
  }

  /** What one item of the output says: a tool that runs at OpenAI has its answer with it. */
  private static List<Message.Part> parts(JsonValue item) {
    String type = item.get("type").textOr("");
    List<Message.Part> parts = new ArrayList<>();
    if (type.equals("message")) {
      ContentParts.openAi(item.get("content"), parts);
    } else if (type.equals("reasoning")) {
      for (JsonValue thoughts : List.of(item.get("summary"), item.get("content"))) {
        String text = thoughts.elements().isEmpty() ? null : ContentParts.text(thoughts);
        if (text != null) {
          parts.add(new Message.Reasoning(text));
        }
      }
    } else if (type.endsWith("_call")) {
      call(item, type.substring(0, type.length() - "_call".length()), parts);
    }
    return parts;
  }

  private static void call(JsonValue item, String kind, List<Message.Part> into) {
    if (kind.equals("image_generation")) {
      String format = item.get("output_format").textOr("png");
      Message.Part image =
          ContentParts.content(
              "image", ContentParts.mimeType("image", format), item.get("result").text());
      if (image != null) {
        into.add(image);
      }
      return;
    }
    String id = item.any("call_id", "id").text();
    JsonValue arguments =
        item.any("arguments", "input", "action", "actions", "queries", "code", "operation");
    String name = kind.equals("function") || kind.equals("custom_tool") ? "" : kind;
    into.add(new Message.ToolCall(id, item.get("name").textOr(name), arguments.textOrJson()));
    JsonValue output = item.any("output", "outputs", "results", "error");
    if (!output.isNothing()) {
      into.add(new Message.ToolResponse(id, output.textOrJson()));
    }
  }

  /** Whether an item asks the application to do something. */
  private static boolean asks(JsonValue item) {
    return switch (item.get("type").textOr("")) {
      case "function_call",
          "custom_tool_call",
          "computer_call",
          "local_shell_call",
          "shell_call",
          "apply_patch_call" ->
          item.get("output").isNothing();
      default -> false;
    };
  }

  @Override
  public Dialect.Answer answer(JsonValue request) {
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
            into.text(place(index), data.get("delta").text());
        case "response.reasoning_summary_text.delta", "response.reasoning_text.delta" ->
            into.reasoning(place(index), data.get("delta").text());
        case "response.output_item.added" -> {
          JsonValue item = data.get("item");
          yield asks(item)
              && into.toolCall(
                  place(index), item.any("call_id", "id").text(), item.get("name").text(), null);
        }
        case "response.function_call_arguments.delta", "response.custom_tool_call_input.delta" ->
            into.toolCall(place(index), null, null, data.get("delta").text());
        case "response.output_item.done" -> {
          long at = place(index);
          for (Message.Part part : parts(data.get("item"))) {
            into.part(at++, part);
          }
          yield at > place(index);
        }
        default -> false;
      };
    }

    /** An item of the output may be several parts. */
    private static long place(long index) {
      return index * MAX_PARTS_OF_ITEM;
    }

    @Override
    public void finish(Facts facts) {
      if (response.get("error").isObject()) {
        WireError.of(0, response).set(facts);
      }
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
      boolean asked = false;
      for (JsonValue item : response.get("output").elements()) {
        asked |= asks(item);
        for (Message.Part part : parts(item)) {
          into.part(index++, part);
        }
      }
      String status = response.get("status").textOr("completed");
      String reason = response.get("incomplete_details").get("reason").text();
      if (asked && status.equals("completed")) {
        into.finished(FinishReasons.TOOL_CALL);
      } else if (!status.equals("in_progress") && !status.equals("queued")) {
        into.finished(FinishReasons.of(reason == null ? status : reason));
      }
      return output;
    }
  }
}
