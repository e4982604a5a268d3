package ai.automagik.tracing.core.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What has arrived of a streamed answer: references to its pieces, joined by the worker if they are
 * ever needed.
 *
 * <p>Pieces come from one thread at a time. The worker may look at any moment, and then sees the
 * newest of them or not. What one answer and all of them together may keep alive is bounded; an
 * answer at its bound takes no more.
 */
public final class PartialAnswer implements Message.Content {
  /** What one answer may keep alive, in bytes. */
  static final int MAX_BYTES = 1 << 20;

  /** What all answers that still arrive may keep alive together, in bytes. */
  static final long MAX_BYTES_OF_ALL = 4L << 20;

  /** A string besides its characters, and its slot. */
  private static final int PIECE_BYTES = 48;

  private static final int FIRST_RESERVE_BYTES = 512;
  private static final AtomicLong RESERVED_BY_ALL = new AtomicLong();
  private static final @Nullable Object[] NOTHING = new Object[0];

  /** What the pieces after it are part of. */
  private sealed interface Heading {}

  private enum Prose implements Heading {
    TEXT,
    REASONING
  }

  /**
   * @param index which of the calls of this answer
   * @param whole whether what follows is all of the call, and not a piece of it
   */
  private record Call(int index, @Nullable String id, @Nullable String name, boolean whole)
      implements Heading {}

  /** Headings and strings, in the order of their arrival. */
  private @Nullable Object[] pieces = NOTHING;

  private int count;
  private @Nullable Heading heading;
  private int heldBytes;
  private int reservedBytes;
  private boolean truncated;
  private volatile boolean closed;
  private @Nullable String finishReason;

  PartialAnswer() {}

  void text(String piece) {
    add(Prose.TEXT, piece);
  }

  void reasoning(String piece) {
    add(Prose.REASONING, piece);
  }

  void toolCall(int index, @Nullable String id, @Nullable String name, String piece) {
    if (heading instanceof Call call && call.index == index && !call.whole) {
      add(call, piece);
    } else {
      add(new Call(index, id, name, false), piece);
    }
  }

  /** A call of a tool in one piece, whether or not its parts have come before. */
  void wholeToolCall(int index, @Nullable String id, @Nullable String name, String arguments) {
    add(new Call(index, id, name, true), arguments);
  }

  /** Whether something is missing because there was no room for it. */
  boolean truncated() {
    return truncated;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Takes no more pieces; those that are there are a message that ends for this reason. */
  void close(@Nullable String reason) {
    finishReason = reason;
    giveBack();
  }

  /** Takes no more pieces and forgets those that are there. */
  void drop() {
    giveBack();
    pieces = NOTHING;
    count = 0;
  }

  private void add(Heading next, String piece) {
    if (truncated || closed) {
      return;
    }
    int bytes = PIECE_BYTES + 2 * Math.min(piece.length(), MAX_BYTES);
    if (heldBytes + bytes > reservedBytes && !reserve(bytes)) {
      truncated = true;
      return;
    }
    heldBytes += bytes;
    if (next != heading) {
      heading = next;
      add(next);
    }
    add(piece);
  }

  private void add(Object piece) {
    @Nullable Object[] slots = pieces;
    if (count == slots.length) {
      slots = Arrays.copyOf(slots, Math.max(16, 2 * count));
      pieces = slots;
    }
    slots[count] = piece;
    count++;
  }

  /** In doubling portions, so that the common count is seldom touched. */
  private synchronized boolean reserve(int bytes) {
    int least = heldBytes + bytes - reservedBytes;
    if (closed || heldBytes + bytes > MAX_BYTES) {
      return false;
    }
    int portion = Math.max(least, Math.max(FIRST_RESERVE_BYTES, reservedBytes));
    return take(portion) || (portion > least && take(least));
  }

  private boolean take(int bytes) {
    if (RESERVED_BY_ALL.addAndGet(bytes) > MAX_BYTES_OF_ALL) {
      RESERVED_BY_ALL.addAndGet(-bytes);
      return false;
    }
    reservedBytes += bytes;
    return true;
  }

  private synchronized void giveBack() {
    closed = true;
    RESERVED_BY_ALL.addAndGet(-reservedBytes);
    reservedBytes = 0;
  }

  /** What all answers together have reserved at this moment, in bytes. */
  static long reservedByAll() {
    return RESERVED_BY_ALL.get();
  }

  @Override
  public long chars() {
    return heldBytes / 2;
  }

  /** The pieces joined into one message. Takes time: for the worker. */
  public Message.Conversation joined() {
    List<Section> sections = new ArrayList<>();
    @Nullable Object[] seen = pieces;
    int end = Math.min(count, seen.length);
    Section section = null;
    for (int i = 0; i < end; i++) {
      Object piece = seen[i];
      if (piece instanceof Heading next) {
        section = section(sections, next);
      } else if (piece instanceof String text && section != null) {
        section.text.append(text);
      }
    }
    List<Message.Part> parts = new ArrayList<>(sections.size());
    for (Section each : sections) {
      parts.add(each.part());
    }
    return new Message.Conversation(List.of(new Message(Message.ASSISTANT, parts, finishReason)));
  }

  /** Calls of tools may arrive in turns; text and thoughts go on where they were interrupted. */
  private static Section section(List<Section> sections, Heading next) {
    if (next instanceof Call call) {
      for (Section each : sections) {
        if (each.heading instanceof Call known && known.index == call.index) {
          if (call.whole) {
            each.heading = call;
            each.text.setLength(0);
          }
          return each;
        }
      }
    } else if (!sections.isEmpty() && sections.get(sections.size() - 1).heading == next) {
      return sections.get(sections.size() - 1);
    }
    Section section = new Section(next);
    sections.add(section);
    return section;
  }

  private static final class Section {
    private Heading heading;
    private final StringBuilder text = new StringBuilder();

    Section(Heading heading) {
      this.heading = heading;
    }

    Message.Part part() {
      if (heading instanceof Call call) {
        return new Message.ToolCall(call.id, call.name == null ? "" : call.name, text.toString());
      }
      return heading == Prose.TEXT
          ? new Message.Text(text.toString())
          : new Message.Reasoning(text.toString());
    }
  }
}
