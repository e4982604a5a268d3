package ai.automagik.tracing.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One scripted reply of {@link FakeLlmServer}: what the model says, how fast, and what goes wrong.
 *
 * <p>Immutable; every {@code with} method returns a changed copy, so a reply can be shared between
 * rules.
 *
 * @param thinking what the model thought before; null means nothing
 * @param finishReason in OpenAI's words, also for other dialects; null means {@code tool_calls}
 *     when there are tool calls, else {@code stop}
 * @param usage null leaves the usage out of the reply
 * @param model the model that claims to have answered; null means the one that was asked for
 * @param firstByteDelayMillis wait before the status line
 * @param chunkDelayMillis wait before each chunk of a stream but the first
 */
public record LlmReply(
    @Nullable String text,
    @Nullable String thinking,
    List<ToolCall> toolCalls,
    @Nullable String finishReason,
    @Nullable TokenUsage usage,
    @Nullable String model,
    Fault fault,
    long firstByteDelayMillis,
    long chunkDelayMillis) {

  /** What goes wrong with a reply. */
  public sealed interface Fault {}

  enum Plain implements Fault {
    NONE,
    MALFORMED_JSON,
    EMPTY_CHOICES,
    CONNECTION_CLOSED,
    HANG
  }

  /**
   * An HTTP error with the dialect's error body; no Retry-After header when the seconds are null.
   */
  record HttpError(int status, @Nullable Integer retryAfterSeconds) implements Fault {}

  /** The connection breaks after so many chunks; without streaming, in the middle of the body. */
  record Cut(int afterChunks) implements Fault {}

  /** A stream says nothing more after so many chunks; once another request has come, it breaks. */
  record Stall(int afterChunks) implements Fault {}

  private static final TokenUsage DEFAULT_USAGE = TokenUsage.of(12, 7);

  public LlmReply {
    toolCalls = List.copyOf(toolCalls);
  }

  /** A plain answer with 12 input and 7 output tokens. */
  public static LlmReply text(String text) {
    return reply(text, List.of(), Plain.NONE);
  }

  /** An answer that asks for tools, with 12 input and 7 output tokens and no text. */
  public static LlmReply toolCalls(ToolCall... toolCalls) {
    return reply(null, List.of(toolCalls), Plain.NONE);
  }

  /** An HTTP error with the body that the provider sends for this status. */
  public static LlmReply error(int status) {
    return reply(null, List.of(), new HttpError(status, null));
  }

  /** An HTTP error with a Retry-After header. */
  public static LlmReply error(int status, int retryAfterSeconds) {
    return reply(null, List.of(), new HttpError(status, retryAfterSeconds));
  }

  /** Status 200 with a body, or one event of a stream, that is not JSON. */
  public static LlmReply malformedJson() {
    return reply("", List.of(), Plain.MALFORMED_JSON);
  }

  /** A well-formed answer without choices, candidates or content. */
  public static LlmReply emptyChoices() {
    return reply("", List.of(), Plain.EMPTY_CHOICES);
  }

  /** The connection is closed before the status line. */
  public static LlmReply connectionClosed() {
    return reply(null, List.of(), Plain.CONNECTION_CLOSED);
  }

  /** Nothing is ever sent; the connection stays open until the server is closed. */
  public static LlmReply hang() {
    return reply(null, List.of(), Plain.HANG);
  }

  private static LlmReply reply(@Nullable String text, List<ToolCall> toolCalls, Fault fault) {
    return new LlmReply(text, null, toolCalls, null, DEFAULT_USAGE, null, fault, 0, 0);
  }

  /** Says this text beside the tool calls. */
  public LlmReply withText(String newText) {
    return new LlmReply(
        newText,
        thinking,
        toolCalls,
        finishReason,
        usage,
        model,
        fault,
        firstByteDelayMillis,
        chunkDelayMillis);
  }

  /** Thinks this before it answers. */
  public LlmReply withThinking(String newThinking) {
    return new LlmReply(
        text,
        newThinking,
        toolCalls,
        finishReason,
        usage,
        model,
        fault,
        firstByteDelayMillis,
        chunkDelayMillis);
  }

  public LlmReply withFinishReason(String newFinishReason) {
    return new LlmReply(
        text,
        thinking,
        toolCalls,
        newFinishReason,
        usage,
        model,
        fault,
        firstByteDelayMillis,
        chunkDelayMillis);
  }

  /** Reports this usage; null leaves the usage out. */
  public LlmReply withUsage(@Nullable TokenUsage newUsage) {
    return new LlmReply(
        text,
        thinking,
        toolCalls,
        finishReason,
        newUsage,
        model,
        fault,
        firstByteDelayMillis,
        chunkDelayMillis);
  }

  public LlmReply withModel(String newModel) {
    return new LlmReply(
        text,
        thinking,
        toolCalls,
        finishReason,
        usage,
        newModel,
        fault,
        firstByteDelayMillis,
        chunkDelayMillis);
  }

  public LlmReply withFirstByteDelayMillis(long millis) {
    return new LlmReply(
        text, thinking, toolCalls, finishReason, usage, model, fault, millis, chunkDelayMillis);
  }

  public LlmReply withChunkDelayMillis(long millis) {
    return new LlmReply(
        text, thinking, toolCalls, finishReason, usage, model, fault, firstByteDelayMillis, millis);
  }

  /** Breaks the connection after this many chunks, or halfway through a body without streaming. */
  public LlmReply cutAfterChunks(int chunks) {
    return new LlmReply(
        text,
        thinking,
        toolCalls,
        finishReason,
        usage,
        model,
        new Cut(chunks),
        firstByteDelayMillis,
        chunkDelayMillis);
  }

  /**
   * Says nothing more after this many chunks of a stream, and breaks the connection when another
   * request has come: so that a client can have read all chunks before it sees the break.
   */
  public LlmReply stalledAfterChunks(int chunks) {
    return new LlmReply(
        text,
        thinking,
        toolCalls,
        finishReason,
        usage,
        model,
        new Stall(chunks),
        firstByteDelayMillis,
        chunkDelayMillis);
  }

  String effectiveFinishReason() {
    if (finishReason != null) {
      return finishReason;
    }
    return toolCalls.isEmpty() ? "stop" : "tool_calls";
  }
}
