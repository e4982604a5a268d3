package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.FinishReasons;
import ai.automagik.tracing.core.trace.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Google's generateContent, on both of its hosts. The model stands in the path, not in the body.
 */
final class Gemini implements Dialect {
  @Override
  public void request(JsonValue request, Facts facts) {
    JsonValue config = request.any("generationConfig", "generation_config");
    facts.set(Attribute.REQUEST_TEMPERATURE, config.get("temperature").decimal());
    facts.set(Attribute.REQUEST_TOP_P, config.get("topP").decimal());
    facts.set(Attribute.REQUEST_TOP_K, config.get("topK").integer());
    facts.set(Attribute.REQUEST_MAX_TOKENS, config.get("maxOutputTokens").integer());
    facts.set(Attribute.REQUEST_FREQUENCY_PENALTY, config.get("frequencyPenalty").decimal());
    facts.set(Attribute.REQUEST_PRESENCE_PENALTY, config.get("presencePenalty").decimal());
    facts.set(Attribute.REQUEST_STOP_SEQUENCES, config.get("stopSequences").texts());
    facts.set(Attribute.REQUEST_SEED, config.get("seed").integer());
    facts.set(
        Attribute.REQUEST_REASONING_LEVEL,
        config.get("thinkingConfig").get("thinkingLevel").text());
    if (config.get("candidateCount").integerOr(1) != 1) {
      facts.set(Attribute.REQUEST_CHOICE_COUNT, config.get("candidateCount").integer());
    }
    facts.set(
        Attribute.REQUEST_THINKING_BUDGET_TOKENS,
        config.get("thinkingConfig").get("thinkingBudget").integer());
    facts.set(Attribute.OUTPUT_TYPE, outputType(config));
    facts.set(Attribute.TOOL_DEFINITIONS, tools(request.get("tools")));
    List<Message> messages = new ArrayList<>();
    JsonValue system = request.any("systemInstruction", "system_instruction");
    if (system.isObject()) {
      messages.add(new Message(Message.SYSTEM, parts(system), null));
    }
    for (JsonValue content : request.get("contents").list()) {
      messages.add(message(content));
    }
    facts.set(Attribute.INPUT_MESSAGES, Messages.of(messages));
  }

  private static @Nullable String outputType(JsonValue config) {
    List<String> modalities = config.get("responseModalities").texts();
    if ("application/json".equals(config.get("responseMimeType").text())) {
      return "json";
    } else if (modalities == null) {
      return null;
    }
    return modalities.contains("AUDIO") ? "speech" : modalities.contains("IMAGE") ? "image" : null;
  }

  private static Message.@Nullable ToolDefinitions tools(JsonValue tools) {
    List<Message.ToolDefinition> definitions = new ArrayList<>();
    for (JsonValue tool : tools.list()) {
      JsonValue functions = tool.any("functionDeclarations", "function_declarations");
      if (functions.isNothing()) { // one that runs at Google, such as googleSearch
        tool.names().forEach(name -> definitions.add(new Message.ToolDefinition(name, null, null)));
      }
      for (JsonValue function : functions.elements()) {
        String name = function.get("name").text();
        if (name != null) {
          definitions.add(
              new Message.ToolDefinition(
                  name,
                  function.get("description").text(),
                  function.any("parameters", "parametersJsonSchema").deferred()));
        }
      }
    }
    return Messages.tools(definitions);
  }

  private static Message message(JsonValue content) {
    List<Message.Part> parts = parts(content);
    String role = content.get("role").textOr(Message.USER);
    return new Message(
        Messages.results(parts) ? Message.TOOL : role.equals("model") ? Message.ASSISTANT : role,
        parts,
        null);
  }

  private static List<Message.Part> parts(JsonValue content) {
    List<Message.Part> parts = new ArrayList<>();
    for (JsonValue part : content.get("parts").list()) {
      Message.Part known = part(part);
      if (known != null) {
        parts.add(known);
      }
    }
    return parts;
  }

  private static Message.@Nullable Part part(JsonValue part) {
    JsonValue inline = part.any("inlineData", "inline_data");
    JsonValue file = part.any("fileData", "file_data");
    JsonValue call = part.any("functionCall", "function_call");
    JsonValue response = part.any("functionResponse", "function_response");
    JsonValue code = part.any("executableCode", "executable_code");
    JsonValue ran = part.any("codeExecutionResult", "code_execution_result");
    if (part.get("text").text() != null) {
      String text = part.get("text").textOr("");
      return part.get("thought").isTrue() ? new Message.Reasoning(text) : new Message.Text(text);
    } else if (call.isObject()) {
      return new Message.ToolCall(
          call.get("id").text(), call.get("name").textOr(""), call.get("args").json());
    } else if (response.isObject()) {
      return new Message.ToolResponse(response.get("id").text(), response.get("response").json());
    } else if (code.isObject()) {
      return new Message.ToolCall(null, "code_execution", code.get("code").text());
    } else if (ran.isObject()) {
      return new Message.ToolResponse(null, ran.any("output", "outcome").text());
    } else if (inline.isObject()) {
      String type = inline.any("mimeType", "mime_type").text();
      return ContentParts.content(modality(type), type, inline.get("data").text());
    } else if (file.isObject()) {
      String type = file.any("mimeType", "mime_type").text();
      return ContentParts.media(modality(type), type, file.any("fileUri", "file_uri").text());
    }
    return null;
  }

  private static String modality(@Nullable String mimeType) {
    String type = mimeType == null ? "" : mimeType.toLowerCase(Locale.ROOT);
    return type.startsWith("image/")
        ? "image"
        : type.startsWith("audio/") ? "audio" : type.startsWith("video/") ? "video" : "document";
  }

  @Override
  public Dialect.Answer answer(JsonValue request) {
    return new Answer();
  }

  private static final class Answer implements Dialect.Answer {
    private final Output output = new Output();
    private @Nullable String id;
    private @Nullable String model;
    private @Nullable String blocked;
    private final Set<Long> called = new HashSet<>();
    private JsonValue usage = JsonValue.NOTHING;

    @Override
    public void whole(JsonValue body) {
      if (body.isArray()) { // a stream that was not asked for as server-sent events
        body.elements().forEach(this::add);
      } else {
        add(body);
      }
    }

    @Override
    public boolean chunk(String event, JsonValue data) {
      return add(data);
    }

    private boolean add(JsonValue body) {
      id = id == null ? body.get("responseId").text() : id;
      model = model == null ? body.get("modelVersion").text() : model;
      usage = body.get("usageMetadata").isObject() ? body.get("usageMetadata") : usage;
      String reason = body.get("promptFeedback").get("blockReason").text();
      blocked = reason == null ? blocked : reason;
      boolean content = false;
      for (JsonValue candidate : body.get("candidates").elements()) {
        long index = candidate.get("index").integerOr(0);
        Output.Choice into = output.choice(index);
        for (JsonValue part : candidate.get("content").get("parts").list()) {
          Message.Part known = part(part);
          content |= known != null && into.next(known);
          if (known instanceof Message.ToolCall && part.any("executableCode").isNothing()) {
            called.add(index);
          }
        }
        String finished = FinishReasons.of(candidate.get("finishReason").text());
        // Gemini says STOP also where it asks for a tool.
        boolean asks = FinishReasons.STOP.equals(finished) && called.contains(index);
        into.finished(asks ? FinishReasons.TOOL_CALL : finished);
      }
      return content;
    }

    /**
     * Thinking is no part of Gemini's count of the candidates, and what its own tools found is no
     * part of its count of the prompt.
     */
    @Override
    public void finish(Facts facts) {
      facts.set(Attribute.RESPONSE_ID, id);
      facts.set(Attribute.RESPONSE_MODEL, model);
      Long candidates = usage.get("candidatesTokenCount").integer();
      Long thoughts = usage.get("thoughtsTokenCount").integer();
      Long prompt = usage.get("promptTokenCount").integer();
      facts.set(
          Attribute.USAGE_INPUT_TOKENS,
          prompt == null ? null : prompt + usage.get("toolUsePromptTokenCount").integerOr(0));
      if (candidates != null || thoughts != null) {
        facts.set(
            Attribute.USAGE_OUTPUT_TOKENS,
            (candidates == null ? 0 : candidates) + (thoughts == null ? 0 : thoughts));
      }
      facts.set(Attribute.USAGE_CACHE_READ_TOKENS, usage.get("cachedContentTokenCount").integer());
      facts.set(Attribute.USAGE_REASONING_TOKENS, thoughts);
      JsonValue in = usage.get("promptTokensDetails");
      JsonValue out = usage.get("candidatesTokensDetails");
      facts.set(Attribute.USAGE_AUDIO_INPUT_TOKENS, tokens(in, "AUDIO"));
      facts.set(Attribute.USAGE_IMAGE_INPUT_TOKENS, tokens(in, "IMAGE"));
      facts.set(Attribute.USAGE_AUDIO_OUTPUT_TOKENS, tokens(out, "AUDIO"));
      facts.set(Attribute.USAGE_IMAGE_OUTPUT_TOKENS, tokens(out, "IMAGE"));
      if (blocked != null) {
        output.choice(0).finished(FinishReasons.CONTENT_FILTER);
      }
      output.finish(facts);
    }

    private static @Nullable Long tokens(JsonValue details, String modality) {
      for (JsonValue detail : details.elements()) {
        if (modality.equals(detail.get("modality").text())) {
          return detail.get("tokenCount").integer();
        }
      }
      return null;
    }
  }
}
