package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.FinishReasons;
import ai.automagik.tracing.core.trace.OpenStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;

/** What the pieces of an answer amount to. Confined to whoever delivers them. */
final class StreamedAnswer {
  private int toolCalls;
  private @Nullable String finishReason;

  void add(ChatResponse piece, OpenStream stream) {
    List<Generation> generations = piece.getResults();
    for (int i = 0; generations != null && i < generations.size(); i++) {
      add(generations.get(i), stream);
    }
  }

  private void add(Generation generation, OpenStream stream) {
    AssistantMessage output = generation.getOutput();
    if (output != null) {
      stream.reasoning(Messages.reasoning(output));
      stream.text(output.getText());
      for (AssistantMessage.ToolCall call : output.getToolCalls()) {
        stream.wholeToolCall(toolCalls++, call.id(), call.name(), call.arguments());
      }
    }
    String reason = ChatAttributes.finishReason(generation);
    finishReason = reason == null ? finishReason : reason;
  }

  /** Says why the answer ended, if anything came. */
  void finish(ActiveSpan span) {
    String reason = toolCalls > 0 ? FinishReasons.TOOL_CALL : finishReason;
    span.set(Attribute.RESPONSE_FINISH_REASONS, reason == null ? null : List.of(reason));
  }
}
