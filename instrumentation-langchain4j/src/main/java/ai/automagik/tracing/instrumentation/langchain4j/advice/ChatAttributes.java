package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What requests and responses of LangChain4j are in the terms of the GenAI conventions. Stateless.
 */
final class ChatAttributes {
  private ChatAttributes() {}

  static void request(ActiveSpan span, ChatRequest request, @Nullable ModelProvider provider) {
    if (provider != null
        && !(provider == ModelProvider.OTHER && span.has(Attribute.PROVIDER_NAME))) {
      span.set(Attribute.PROVIDER_NAME, Providers.name(provider));
    }
    ChatRequestParameters parameters = request.parameters();
    span.set(Attribute.REQUEST_MODEL, parameters.modelName());
    span.set(Attribute.REQUEST_TEMPERATURE, parameters.temperature());
    span.set(Attribute.REQUEST_TOP_P, parameters.topP());
    span.set(Attribute.REQUEST_TOP_K, parameters.topK());
    span.set(Attribute.REQUEST_MAX_TOKENS, parameters.maxOutputTokens());
    span.set(Attribute.REQUEST_FREQUENCY_PENALTY, parameters.frequencyPenalty());
    span.set(Attribute.REQUEST_PRESENCE_PENALTY, parameters.presencePenalty());
    List<String> stopSequences = parameters.stopSequences();
    span.set(
        Attribute.REQUEST_STOP_SEQUENCES,
        stopSequences == null || stopSequences.isEmpty() ? null : stopSequences);
    ResponseFormat format = parameters.responseFormat();
    if (format != null && format.type() == ResponseFormatType.JSON) {
      span.set(Attribute.OUTPUT_TYPE, "json");
    }
    ProviderDetails.request(span, parameters);
    List<ToolSpecification> tools = parameters.toolSpecifications();
    Message.ToolDefinitions definitions =
        tools == null || tools.isEmpty() ? null : definitions(tools);
    span.set(Attribute.TOOL_DEFINITIONS, definitions);
    Message.Conversation input = Messages.of(request.messages());
    span.set(Attribute.INPUT_MESSAGES, input);
    span.set(Attribute.INPUT_MULTIMODAL, input.multimodal() ? true : null);
    ActiveSpan agent = agentOf(span);
    if (agent != null) {
      agent.set(Attribute.TOOL_DEFINITIONS, definitions);
      agent.set(Attribute.OUTPUT_TYPE, span.value(Attribute.OUTPUT_TYPE));
      if (!agent.has(Attribute.INPUT_MESSAGES)) {
        agent.set(Attribute.INPUT_MESSAGES, Messages.lastOfUser(input));
      }
    }
  }

  static void response(ActiveSpan span, ChatResponse response) {
    FinishReason finishReason = response.finishReason();
    String finished = finishReason == null ? null : finishReason(finishReason);
    span.set(Attribute.RESPONSE_FINISH_REASONS, finished == null ? null : List.of(finished));
    ChatResponseMetadata metadata = response.metadata();
    if (metadata != null) {
      span.set(Attribute.RESPONSE_ID, metadata.id());
      span.set(Attribute.RESPONSE_MODEL, metadata.modelName());
      TokenUsage usage = metadata.tokenUsage();
      if (usage != null) {
        span.set(Attribute.USAGE_INPUT_TOKENS, usage.inputTokenCount());
        span.set(Attribute.USAGE_OUTPUT_TOKENS, usage.outputTokenCount());
        ProviderDetails.usage(span, usage);
      }
      ProviderDetails.response(span, metadata);
    }
    if (response.aiMessage() != null) {
      Message.Conversation output = Messages.answer(response.aiMessage(), finished);
      span.set(Attribute.OUTPUT_MESSAGES, output);
      ActiveSpan agent = agentOf(span);
      if (agent != null) {
        agent.set(Attribute.OUTPUT_MESSAGES, output);
        agent.set(Attribute.RESPONSE_FINISH_REASONS, span.value(Attribute.RESPONSE_FINISH_REASONS));
      }
    }
  }

  /**
   * What goes into an agent and comes out of it is what its model calls say: the first question,
   * the last answer.
   */
  private static @Nullable ActiveSpan agentOf(ActiveSpan span) {
    ActiveSpan parent = span.parent();
    return parent != null && parent.operation() == Operation.INVOKE_AGENT ? parent : null;
  }

  private static Message.ToolDefinitions definitions(List<ToolSpecification> tools) {
    List<Message.ToolDefinition> definitions = new ArrayList<>(tools.size());
    for (int i = 0; i < tools.size(); i++) {
      ToolSpecification tool = tools.get(i);
      JsonObjectSchema parameters = tool.parameters();
      definitions.add(
          new Message.ToolDefinition(
              tool.name(),
              tool.description(),
              parameters == null ? null : new ToolParameters(parameters)));
    }
    return new Message.ToolDefinitions(definitions);
  }

  static String finishReason(FinishReason reason) {
    if (reason == FinishReason.STOP) {
      return "stop";
    } else if (reason == FinishReason.TOOL_EXECUTION) {
      return "tool_call";
    } else if (reason == FinishReason.LENGTH) {
      return "length";
    } else if (reason == FinishReason.CONTENT_FILTER) {
      return "content_filter";
    }
    return "other";
  }
}
