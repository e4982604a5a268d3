package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.FinishReasons;
import ai.automagik.tracing.core.trace.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The messages that a model answered with, put together from pieces. Confined to the worker's
 * thread.
 *
 * <p>Bounded: an index of a choice or a part beyond the bounds is left out, however large the
 * stream says it is.
 */
final class Output {
  private static final int MAX_CHOICES = 128;
  private static final int MAX_PARTS = 1_000;

  private final Map<Long, Choice> choices = new TreeMap<>();

  /** The choice with this index, which begins with its first mention; the only one is 0. */
  Choice choice(long index) {
    Choice known = choices.get(index);
    if (known == null) {
      known = new Choice();
      if (choices.size() < MAX_CHOICES) {
        choices.put(index, known);
      }
    }
    return known;
  }

  void finish(Facts facts) {
    if (choices.isEmpty()) {
      return;
    }
    List<Message> messages = new ArrayList<>(choices.size());
    List<String> reasons = new ArrayList<>(choices.size());
    boolean finished = false;
    for (Choice choice : choices.values()) {
      if (choice.pieces.isEmpty() && choice.finishReason == null) {
        continue; // no more than its role had come
      }
      finished |= choice.finishReason != null;
      String reason = choice.finishReason == null ? FinishReasons.ERROR : choice.finishReason;
      reasons.add(reason);
      messages.add(new Message(Message.ASSISTANT, choice.parts(), reason));
    }
    if (messages.isEmpty()) {
      return;
    }
    facts.set(Attribute.OUTPUT_MESSAGES, new Message.Conversation(messages));
    if (finished) {
      facts.set(Attribute.RESPONSE_FINISH_REASONS, reasons);
    }
  }

  /** One answer out of several that may have been asked for. */
  static final class Choice {
    private long last = -1;

    private final Map<Long, Piece> pieces = new TreeMap<>();
    private @Nullable String finishReason;

    /** Why the model stopped, in the terms of the GenAI conventions. */
    void finished(@Nullable String reason) {
      if (reason != null) {
        finishReason = reason;
      }
    }

    boolean text(long index, @Nullable String text) {
      return append(index, Kind.TEXT, text);
    }

    boolean reasoning(long index, @Nullable String text) {
      return append(index, Kind.REASONING, text);
    }

    /** A piece of a tool call; id and name stand in one of them, the arguments in any. */
    boolean toolCall(
        long index, @Nullable String id, @Nullable String name, @Nullable String arguments) {
      Piece piece = piece(index, Kind.TOOL_CALL);
      piece.id = id == null ? piece.id : id;
      piece.name = name == null ? piece.name : name;
      if (arguments != null) {
        piece.text.append(arguments);
      }
      return true;
    }

    /** A part that comes whole. */
    void part(long index, Message.Part part) {
      piece(index, Kind.WHOLE).whole = part;
    }

    /** A part that has no index: text and reasoning go on with the last one, if it is of a kind. */
    boolean next(Message.Part part) {
      if (part instanceof Message.Text text) {
        return append(next(Kind.TEXT), Kind.TEXT, text.content());
      } else if (part instanceof Message.Reasoning reasoning) {
        return append(next(Kind.REASONING), Kind.REASONING, reasoning.content());
      }
      part(++last, part);
      return true;
    }

    private long next(Kind kind) {
      Piece piece = pieces.get(last);
      return piece != null && piece.kind == kind ? last : ++last;
    }

    private boolean append(long index, Kind kind, @Nullable String text) {
      if (text == null || text.isEmpty()) {
        return false;
      }
      piece(index, kind).text.append(text);
      return true;
    }

    private Piece piece(long index, Kind kind) {
      Piece known = pieces.get(index);
      if (known == null) {
        known = new Piece(kind);
        if (pieces.size() < MAX_PARTS) {
          pieces.put(index, known);
        }
      }
      return known;
    }

    private List<Message.Part> parts() {
      List<Message.Part> parts = new ArrayList<>(pieces.size());
      for (Piece piece : pieces.values()) {
        parts.add(piece.part());
      }
      return parts;
    }
  }

  private enum Kind {
    TEXT,
    REASONING,
    TOOL_CALL,
    WHOLE
  }

  private static final class Piece {
    private final Kind kind;
    private final StringBuilder text = new StringBuilder();
    private @Nullable String id;
    private @Nullable String name;
    private Message.@Nullable Part whole;

    Piece(Kind kind) {
      this.kind = kind;
    }

    Message.Part part() {
      return whole != null
          ? whole
          : switch (kind) {
            case REASONING -> new Message.Reasoning(text.toString());
            case TOOL_CALL ->
                new Message.ToolCall(
                    id, name == null ? "" : name, text.isEmpty() ? null : text.toString());
            case TEXT, WHOLE -> new Message.Text(text.toString());
          };
    }
  }
}
