package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.FinishReasons;
import ai.automagik.tracing.core.trace.JsonText;
import ai.automagik.tracing.core.trace.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.metadata.ChatGenerationMetadata;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;

/** What prompts and responses of Spring AI are in the terms of the GenAI conventions. Stateless. */
final class ChatAttributes {
  private ChatAttributes() {}

  static void request(ActiveSpan span, Object model, Prompt prompt) {
    Message.Conversation input = Messages.of(prompt.getInstructions());
    span.set(Attribute.INPUT_MESSAGES, input);
    span.set(Attribute.INPUT_MULTIMODAL, input.multimodal() ? true : null);
    ChatOptions options = prompt.getOptions();
    if (options != null) {
      parameters(span, options);
    }
    if (!span.has(Attribute.REQUEST_MODEL) && model instanceof ChatModel chat) {
      ChatOptions usual = chat.getDefaultOptions();
      span.set(Attribute.REQUEST_MODEL, usual == null ? null : usual.getModel());
    }
  }

  private static void parameters(ActiveSpan span, ChatOptions options) {
    span.set(Attribute.REQUEST_MODEL, options.getModel());
    span.set(Attribute.REQUEST_TEMPERATURE, options.getTemperature());
    span.set(Attribute.REQUEST_TOP_P, options.getTopP());
    span.set(Attribute.REQUEST_TOP_K, options.getTopK());
    span.set(Attribute.REQUEST_MAX_TOKENS, options.getMaxTokens());
    span.set(Attribute.REQUEST_FREQUENCY_PENALTY, options.getFrequencyPenalty());
    span.set(Attribute.REQUEST_PRESENCE_PENALTY, options.getPresencePenalty());
    List<String> stops = options.getStopSequences();
    span.set(Attribute.REQUEST_STOP_SEQUENCES, stops == null || stops.isEmpty() ? null : stops);
    if (options instanceof ToolCallingChatOptions tools) {
      offered(span, definitions(tools.getToolCallbacks()));
    }
  }

  private static @Nullable List<ToolDefinition> definitions(
      @Nullable List<ToolCallback> callbacks) {
    return callbacks == null || callbacks.isEmpty()
        ? null
        : callbacks.stream().map(ToolCallback::getToolDefinition).toList();
  }

  /** What a model is offered, if anything. */
  static void offered(ActiveSpan span, @Nullable List<ToolDefinition> tools) {
    if (tools == null || tools.isEmpty()) {
      return;
    }
    List<Message.ToolDefinition> definitions = new ArrayList<>(tools.size());
    for (ToolDefinition tool : tools) {
      String schema = tool.inputSchema();
      definitions.add(
          new Message.ToolDefinition(
              tool.name(), tool.description(), schema == null ? null : new JsonText(schema)));
    }
    span.set(Attribute.TOOL_DEFINITIONS, new Message.ToolDefinitions(definitions));
  }

  /** All that a response says of its call but the tokens, see {@link #usage}. */
  static void response(ActiveSpan span, ChatResponse response) {
    answer(span, response);
    metadata(span, response);
  }

  /** What was answered, and why the answer ended. */
  static void answer(ActiveSpan span, ChatResponse response) {
    List<Generation> generations = response.getResults();
    if (generations == null || generations.isEmpty()) {
      return;
    }
    List<Message> messages = new ArrayList<>(generations.size());
    List<String> reasons = new ArrayList<>(generations.size());
    for (int i = 0; i < generations.size(); i++) {
      Generation generation = generations.get(i);
      String reason = finishReason(generation);
      if (reason != null) {
        reasons.add(reason);
      }
      if (generation.getOutput() != null) {
        messages.add(Messages.answer(generation.getOutput(), reason));
      }
    }
    span.set(Attribute.OUTPUT_MESSAGES, new Message.Conversation(messages));
    span.set(Attribute.RESPONSE_FINISH_REASONS, reasons.isEmpty() ? null : reasons);
  }

  /** Why an answer ended; null when nobody says. */
  static @Nullable String finishReason(Generation generation) {
    ChatGenerationMetadata metadata = generation.getMetadata();
    return metadata == null ? null : FinishReasons.of(metadata.getFinishReason());
  }

  static void metadata(ActiveSpan span, ChatResponse response) {
    ChatResponseMetadata metadata = response.getMetadata();
    if (metadata != null) {
      span.set(Attribute.RESPONSE_ID, unlessEmpty(metadata.getId()));
      span.set(Attribute.RESPONSE_MODEL, unlessEmpty(metadata.getModel()));
    }
  }

  /**
   * The tokens of one call.
   *
   * @param previous the answer before tools were called, whose tokens are counted in; null if none
   */
  static void usage(ActiveSpan span, ChatResponse response, @Nullable ChatResponse previous) {
    Usage all = usage(response);
    Usage before = previous == null ? null : usage(previous);
    if (all == null) {
      return;
    }
    int input =
        count(all.getPromptTokens()) - (before == null ? 0 : count(before.getPromptTokens()));
    int output =
        count(all.getCompletionTokens())
            - (before == null ? 0 : count(before.getCompletionTokens()));
    if (input > 0 || output > 0) { // nobody knows where both are none
      span.set(Attribute.USAGE_INPUT_TOKENS, Integer.valueOf(input));
      span.set(Attribute.USAGE_OUTPUT_TOKENS, Integer.valueOf(output));
    }
  }

  private static @Nullable Usage usage(ChatResponse response) {
    ChatResponseMetadata metadata = response.getMetadata();
    return metadata == null ? null : metadata.getUsage();
  }

  private static int count(@Nullable Integer tokens) {
    return tokens == null ? 0 : tokens;
  }

  private static @Nullable String unlessEmpty(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
