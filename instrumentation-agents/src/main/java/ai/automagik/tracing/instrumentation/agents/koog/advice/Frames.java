package ai.automagik.tracing.instrumentation.agents.koog.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.OpenStream;
import ai.koog.prompt.streaming.StreamFrame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frames of an answer: pieces, and after them, or instead of them, the whole of each part. One
 * thread at a time adds to it.
 */
final class Frames {
  private final OpenStream stream;

  /** What the provider numbers tool calls with, in the order in which they came. */
  private final List<Object> toolCalls = new ArrayList<>();

  private boolean textInPieces;
  private boolean reasoningInPieces;
  private StreamFrame.@Nullable End end;

  Frames(OpenStream stream) {
    this.stream = stream;
  }

  void add(StreamFrame frame) {
    if (frame instanceof StreamFrame.TextDelta piece) {
      textInPieces = true;
      stream.text(piece.getText());
    } else if (frame instanceof StreamFrame.ReasoningDelta piece) {
      reasoningInPieces = true;
      stream.reasoning(piece.getText() == null ? piece.getSummary() : piece.getText());
    } else if (frame instanceof StreamFrame.ToolCallDelta piece) {
      stream.toolCall(
          number(piece.getIndex(), piece.getId()),
          piece.getId(),
          piece.getName(),
          piece.getContent());
    } else if (frame instanceof StreamFrame.TextComplete whole) {
      if (!textInPieces) {
        stream.text(whole.getText());
      }
      textInPieces = false;
    } else if (frame instanceof StreamFrame.ReasoningComplete whole) {
      if (!reasoningInPieces) {
        stream.reasoning(Messages.thought(whole.getContent(), whole.getSummary()));
      }
      reasoningInPieces = false;
    } else if (frame instanceof StreamFrame.ToolCallComplete whole) {
      stream.wholeToolCall(
          number(whole.getIndex(), whole.getId()),
          whole.getId(),
          whole.getName(),
          whole.getContent());
    } else if (frame instanceof StreamFrame.End last) {
      end = last;
    }
  }

  /** Which call it is: by its index, or its id; one that has neither goes on with the last. */
  private int number(@Nullable Integer index, @Nullable String id) {
    Object key = index == null ? id : index;
    if (key == null) {
      return Math.max(0, toolCalls.size() - 1);
    }
    int known = toolCalls.indexOf(key);
    if (known < 0) {
      toolCalls.add(key);
      return toolCalls.size() - 1;
    }
    return known;
  }

  /** Says what the last frame says. */
  void describe(ActiveSpan span) {
    StreamFrame.End last = end;
    if (last != null) {
      Answers.describe(span, last.getMetaInfo(), last.getFinishReason());
    }
  }
}
