package ai.automagik.tracing.instrumentation.agents.agentscope.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.DeferredJson;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.StreamedCall;
import io.agentscope.core.message.ContentBlock;
import io.agentscope.core.message.Msg;
import io.agentscope.core.message.TextBlock;
import io.agentscope.core.message.ThinkingBlock;
import io.agentscope.core.message.ToolUseBlock;
import io.agentscope.core.model.ChatResponse;
import io.agentscope.core.model.ChatUsage;
import io.agentscope.core.model.GenerateOptions;
import io.agentscope.core.model.Model;
import io.agentscope.core.model.ToolSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call of a model, whose answer comes as a whole or in pieces. */
final class ModelCall extends StreamedCall {
  private int responses;
  private int toolCalls;
  private @Nullable ChatResponse last;
  private @Nullable ChatUsage usage;

  private ModelCall(ActiveSpan span) {
    super(span);
  }

  /** Begins a call; null when it is part of one that is already traced. */
  static @Nullable ModelCall begin(
      Model model,
      @Nullable List<Msg> messages,
      @Nullable List<ToolSchema> tools,
      @Nullable GenerateOptions options) {
    ActiveSpan span = Tracer.start(Operation.CHAT);
    if (span == null) {
      return null;
    }
    Tracer.leave(span);
    ModelCall call = new ModelCall(span);
    boolean begun = false;
    try {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.REQUEST_MODEL, model.getModelName());
      span.set(Attribute.INPUT_MESSAGES, messages == null ? null : Messages.of(messages));
      if (options != null) {
        span.set(Attribute.REQUEST_TEMPERATURE, options.getTemperature());
        span.set(Attribute.REQUEST_TOP_P, options.getTopP());
        span.set(Attribute.REQUEST_MAX_TOKENS, options.getMaxTokens());
        span.set(Attribute.REQUEST_FREQUENCY_PENALTY, options.getFrequencyPenalty());
        span.set(Attribute.REQUEST_PRESENCE_PENALTY, options.getPresencePenalty());
        span.set(Attribute.REQUEST_THINKING_BUDGET_TOKENS, options.getThinkingBudget());
      }
      describe(span, tools);
      begun = true;
    } finally {
      if (!begun) {
        call.completed();
      }
    }
    return call;
  }

  private static void describe(ActiveSpan span, @Nullable List<ToolSchema> tools) {
    if (tools == null || tools.isEmpty()) {
      return;
    }
    List<Message.ToolDefinition> definitions = new ArrayList<>(tools.size());
    for (int i = 0; i < tools.size(); i++) {
      ToolSchema tool = tools.get(i);
      Map<String, Object> schema = tool.getParameters();
      DeferredJson parameters = schema == null ? null : () -> schema;
      definitions.add(
          new Message.ToolDefinition(tool.getName(), tool.getDescription(), parameters));
    }
    Message.ToolDefinitions offered = new Message.ToolDefinitions(definitions);
    span.set(Attribute.TOOL_DEFINITIONS, offered);
    ActiveSpan agent = span.parent();
    if (agent != null && agent.operation() == Operation.INVOKE_AGENT) {
      agent.set(Attribute.TOOL_DEFINITIONS, offered);
    }
  }

  @Override
  protected void add(Object value) {
    if (value instanceof ChatResponse response) {
      responses++;
      last = response;
      usage = response.getUsage() == null ? usage : response.getUsage();
      List<ContentBlock> blocks = response.getContent();
      for (int i = 0; blocks != null && i < blocks.size(); i++) {
        add(blocks.get(i));
      }
    }
  }

  /** A tool call in pieces has its name in the first of them only. */
  private void add(ContentBlock block) {
    if (block instanceof TextBlock text) {
      stream().text(text.getText());
    } else if (block instanceof ThinkingBlock thinking) {
      stream().reasoning(thinking.getThinking());
    } else if (block instanceof ToolUseBlock call) {
      boolean further = toolCalls > 0 && "__fragment__".equals(call.getName());
      toolCalls += further ? 0 : 1;
      stream().toolCall(toolCalls - 1, call.getId(), call.getName(), call.getContent());
    }
  }

  @Override
  protected void describe() {
    ChatResponse response = last;
    if (response == null) {
      return;
    }
    String reason = response.getFinishReason();
    span().set(Attribute.RESPONSE_ID, response.getId());
    span().set(Attribute.RESPONSE_FINISH_REASONS, reason == null ? null : List.of(reason));
    if (usage != null) {
      span().set(Attribute.USAGE_INPUT_TOKENS, Integer.valueOf(usage.getInputTokens()));
      span().set(Attribute.USAGE_OUTPUT_TOKENS, Integer.valueOf(usage.getOutputTokens()));
    }
    if (responses == 1) { // it came as a whole
      span()
          .set(
              Attribute.OUTPUT_MESSAGES,
              new Message.Conversation(
                  List.of(
                      new Message(
                          Message.ASSISTANT, Messages.parts(response.getContent()), reason))));
    }
  }
}
