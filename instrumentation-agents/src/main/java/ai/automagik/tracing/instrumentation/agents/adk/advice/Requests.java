package ai.automagik.tracing.instrumentation.agents.adk.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import com.google.adk.models.LlmRequest;
import com.google.genai.types.Content;
import com.google.genai.types.FunctionDeclaration;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.Tool;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model is asked, in the terms of the GenAI conventions. Stateless. */
final class Requests {
  private Requests() {}

  static void describe(ActiveSpan span, LlmRequest request) {
    List<Message> messages = new ArrayList<>();
    GenerateContentConfig config = request.config().orElse(null);
    if (config != null) {
      describe(span, config);
      Content system = config.systemInstruction().orElse(null);
      if (system != null) {
        messages.add(new Message(Message.SYSTEM, Contents.parts(system), null));
      }
    }
    List<Content> contents = request.contents();
    for (int i = 0; i < contents.size(); i++) {
      messages.add(Contents.message(contents.get(i), Message.USER));
    }
    Message.Conversation input = new Message.Conversation(messages);
    span.set(Attribute.INPUT_MESSAGES, input);
    span.set(Attribute.INPUT_MULTIMODAL, input.multimodal() ? true : null);
  }

  private static void describe(ActiveSpan span, GenerateContentConfig config) {
    span.set(Attribute.REQUEST_TEMPERATURE, decimal(config.temperature().orElse(null)));
    span.set(Attribute.REQUEST_TOP_P, decimal(config.topP().orElse(null)));
    Float topK = config.topK().orElse(null);
    span.set(Attribute.REQUEST_TOP_K, topK == null ? null : Long.valueOf(topK.longValue()));
    span.set(Attribute.REQUEST_MAX_TOKENS, config.maxOutputTokens().orElse(null));
    span.set(Attribute.REQUEST_SEED, config.seed().orElse(null));
    span.set(Attribute.REQUEST_STOP_SEQUENCES, config.stopSequences().orElse(null));
    span.set(
        Attribute.OUTPUT_TYPE,
        "application/json".equals(config.responseMimeType().orElse(null)) ? "json" : null);
    Message.ToolDefinitions tools = tools(config.tools().orElse(List.of()));
    span.set(Attribute.TOOL_DEFINITIONS, tools);
    ActiveSpan agent = span.parent();
    if (agent != null && agent.operation() == Operation.INVOKE_AGENT) {
      agent.set(Attribute.TOOL_DEFINITIONS, tools);
    }
  }

  /** As it was written, which a cast would not be. */
  private static @Nullable Double decimal(@Nullable Float number) {
    return number == null ? null : Double.valueOf(number.toString());
  }

  private static Message.@Nullable ToolDefinitions tools(List<Tool> tools) {
    List<Message.ToolDefinition> definitions = new ArrayList<>();
    for (int i = 0; i < tools.size(); i++) {
      for (FunctionDeclaration function : tools.get(i).functionDeclarations().orElse(List.of())) {
        definitions.add(
            new Message.ToolDefinition(
                function.name().orElse(""),
                function.description().orElse(null),
                function.parameters().map(ToolParameters::new).orElse(null)));
      }
    }
    return definitions.isEmpty() ? null : new Message.ToolDefinitions(definitions);
  }
}
