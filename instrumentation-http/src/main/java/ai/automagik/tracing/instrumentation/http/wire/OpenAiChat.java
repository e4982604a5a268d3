package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.FinishReasons;
import ai.automagik.tracing.core.trace.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's chat completions, and what the many servers that speak them have added: reasoning as
 * {@code reasoning_content}, {@code reasoning} or parts of the content, images, search results.
 */
final class OpenAiChat implements Dialect {
  private static final long REASONING_INDEX = 0;
  private static final long TEXT_INDEX = 1;
  private static final long REFUSAL_INDEX = 2;
  private static final long AUDIO_INDEX = 3;
  private static final long FIRST_IMAGE_INDEX = 4;
  private static final long FIRST_TOOL_INDEX = 100;

  @Override
  public void request(JsonValue request, Facts facts) {
    OpenAiRequest.settings(request, facts);
    facts.set(Attribute.TOOL_DEFINITIONS, tools(request.get("tools")));
    List<Message> messages = new ArrayList<>();
    for (JsonValue message : request.get("messages").elements()) {
      messages.add(message(message));
    }
    facts.set(Attribute.INPUT_MESSAGES, Messages.of(messages));
  }

  private static Message.@Nullable ToolDefinitions tools(JsonValue tools) {
    List<Message.ToolDefinition> definitions = new ArrayList<>();
    for (JsonValue tool : tools.elements()) {
      JsonValue function = tool.any("function", "custom");
      String name = function.isObject() ? function.get("name").text() : tool.get("type").text();
      if (name != null) {
        definitions.add(
            new Message.ToolDefinition(
                name, function.get("description").text(), function.get("parameters").deferred()));
      }
    }
    return Messages.tools(definitions);
  }

  private static Message message(JsonValue message) {
    String role = message.get("role").textOr(Message.USER);
    List<Message.Part> parts = new ArrayList<>();
    JsonValue content = message.get("content");
    if (role.equals(Message.TOOL) || role.equals("function")) {
      ContentParts.openAi(content, parts);
      return new Message(
          Message.TOOL,
          List.of(
              Messages.toolResponse(
                  message.any("tool_call_id", "name").text(), ContentParts.text(content), parts)),
          null);
    }
    String reasoning = message.any("reasoning_content", "reasoning").word();
    if (reasoning != null) {
      parts.add(new Message.Reasoning(reasoning));
    }
    ContentParts.openAi(content, parts);
    String refusal = message.get("refusal").word();
    if (refusal != null) {
      parts.add(new Message.Text(refusal));
    }
    for (JsonValue call : message.get("tool_calls").elements()) {
      JsonValue called = call.any("function", "custom");
      parts.add(
          new Message.ToolCall(
              call.get("id").text(),
              called.get("name").textOr(""),
              called.any("arguments", "input").textOrJson()));
    }
    JsonValue older = message.get("function_call");
    if (older.isObject()) {
      parts.add(
          new Message.ToolCall(
              null, older.get("name").textOr(""), older.get("arguments").textOrJson()));
    }
    return new Message(role.equals("developer") ? Message.SYSTEM : role, parts, null);
  }

  @Override
  public Dialect.Answer answer(JsonValue request) {
    return new Answer(request.get("audio").get("format").text());
  }

  private static final class Answer implements Dialect.Answer {
    private final Output output = new Output();
    private final OpenAiHead head = new OpenAiHead();
    private final @Nullable String audioFormat;

    /** Where the tool calls of a choice are, by their ids, for servers that give no index. */
    private final Map<String, Long> calls = new HashMap<>();

    private long lastCall = FIRST_TOOL_INDEX;
    private long images;
    private JsonValue sources = JsonValue.NOTHING;

    Answer(@Nullable String audioFormat) {
      this.audioFormat = audioFormat;
    }

    @Override
    public void whole(JsonValue body) {
      take(body, "message", "delta");
    }

    @Override
    public boolean chunk(String event, JsonValue data) {
      return take(data, "delta", "message");
    }

    private boolean take(JsonValue data, String member, String or) {
      head.take(data);
      sources = data.get("search_results").isArray() ? data.get("search_results") : sources;
      boolean content = false;
      for (JsonValue choice : data.get("choices").elements()) {
        long index = choice.get("index").integerOr(0);
        Output.Choice into = output.choice(index);
        content |= add(choice.any(member, or), index, into);
        into.finished(FinishReasons.of(choice.any("finish_reason", "stop_reason").text()));
      }
      return content;
    }

    private boolean add(JsonValue message, long choice, Output.Choice into) {
      boolean content =
          into.reasoning(REASONING_INDEX, message.any("reasoning_content", "reasoning").text());
      JsonValue text = message.get("content");
      content |= into.text(TEXT_INDEX, text.text());
      for (JsonValue part : text.elements()) {
        String thought = ContentParts.thinking(part);
        content |=
            thought == null
                ? into.text(TEXT_INDEX, part.get("text").text())
                : into.reasoning(REASONING_INDEX, thought);
      }
      content |= into.text(REFUSAL_INDEX, message.get("refusal").text());
      content |= audio(message.get("audio"), into);
      for (JsonValue image : message.get("images").elements()) {
        Message.Part part =
            ContentParts.media("image", null, image.get("image_url").get("url").text());
        if (part != null && FIRST_IMAGE_INDEX + images < FIRST_TOOL_INDEX) {
          into.part(FIRST_IMAGE_INDEX + images++, part);
        }
      }
      for (JsonValue call : message.get("tool_calls").elements()) {
        JsonValue called = call.any("function", "custom");
        content |=
            into.toolCall(
                place(choice, call),
                call.get("id").word(),
                called.get("name").word(),
                called.any("arguments", "input").textOrJson());
      }
      JsonValue older = message.get("function_call");
      return older.isObject()
          ? into.toolCall(
              FIRST_TOOL_INDEX, null, older.get("name").word(), older.get("arguments").text())
          : content;
    }

    /** Pieces of sound are not kept, only what is said in them. */
    private boolean audio(JsonValue audio, Output.Choice into) {
      Message.Part sound =
          ContentParts.content(
              "audio", ContentParts.mimeType("audio", audioFormat), audio.get("data").text());
      boolean whole = sound != null && !audio.get("transcript").isNothing();
      if (whole && sound != null) {
        into.part(AUDIO_INDEX, sound);
      }
      return into.text(TEXT_INDEX, audio.get("transcript").text()) || sound != null;
    }

    /** A call has an index, or an id in its first piece; some servers give all of them index 0. */
    private long place(long choice, JsonValue call) {
      String id = call.get("id").word();
      Long index = call.get("index").integer();
      if (id != null) {
        lastCall =
            calls.computeIfAbsent(choice + " " + id, fresh -> FIRST_TOOL_INDEX + calls.size());
        if (index != null) {
          calls.put(choice + " #" + index, lastCall);
        }
        return lastCall;
      }
      return index == null
          ? lastCall
          : calls.getOrDefault(choice + " #" + index, FIRST_TOOL_INDEX + index);
    }

    @Override
    public void finish(Facts facts) {
      head.finish(facts);
      facts.set(Attribute.RETRIEVAL_DOCUMENTS, documents(sources));
      output.finish(facts);
    }

    /** What the model found before it answered, as Perplexity has it. */
    private static Message.@Nullable Documents documents(JsonValue sources) {
      List<Message.Document> found = new ArrayList<>();
      for (JsonValue source : sources.elements()) {
        found.add(
            new Message.Document(
                source.get("url").text(), null, source.any("snippet", "title").text()));
      }
      return found.isEmpty() ? null : new Message.Documents(found);
    }
  }
}
