package ai.automagik.tracing.instrumentation.agents.koog.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import ai.koog.agents.core.tools.ToolDescriptor;
import ai.koog.prompt.Prompt;
import ai.koog.prompt.params.LLMParams;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model is asked, in the terms of the GenAI conventions. Stateless. */
final class Requests {
  private Requests() {}

  static void describe(
      ActiveSpan span, Prompt prompt, @Nullable List<? extends ToolDescriptor> tools) {
    Message.Conversation input = Messages.of(prompt.getMessages());
    span.set(Attribute.INPUT_MESSAGES, input);
    span.set(Attribute.INPUT_MULTIMODAL, input.multimodal() ? true : null);
    describe(span, prompt.getParams());
    if (tools != null && !tools.isEmpty()) {
      List<Message.ToolDefinition> definitions = new ArrayList<>(tools.size());
      for (int i = 0; i < tools.size(); i++) {
        ToolDescriptor tool = tools.get(i);
        definitions.add(
            new Message.ToolDefinition(
                tool.getName(), tool.getDescription(), new ToolParameters(tool)));
      }
      Message.ToolDefinitions offered = new Message.ToolDefinitions(definitions);
      span.set(Attribute.TOOL_DEFINITIONS, offered);
      ActiveSpan agent = span.parent();
      if (agent != null && agent.operation() == Operation.INVOKE_AGENT) {
        agent.set(Attribute.TOOL_DEFINITIONS, offered);
      }
    }
  }

  private static void describe(ActiveSpan span, LLMParams params) {
    span.set(Attribute.REQUEST_TEMPERATURE, params.getTemperature());
    span.set(Attribute.REQUEST_MAX_TOKENS, params.getMaxTokens());
    Integer choices = params.getNumberOfChoices();
    span.set(Attribute.REQUEST_CHOICE_COUNT, choices == null || choices == 1 ? null : choices);
    span.set(Attribute.OUTPUT_TYPE, params.getSchema() == null ? null : "json");
  }
}
