package ai.automagik.tracing.benchmarks;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import java.util.List;
import java.util.Objects;

/**
 * Makes spans with the attributes and the content that real calls have. Confined to one thread.
 *
 * <p>Every text is a new string, as it is in an application that has just parsed an answer.
 */
final class SampleSpans {
  /** What one kind of application traces. */
  enum Kind {
    /** A tool call with 40 characters of arguments and 160 of result. */
    TOOL("tool", 1, 200),
    /** A model call with 300 characters of messages. */
    SMALL_CHAT("small chat", 1, 300),
    /** A model call with 3,000 characters of messages. */
    CHAT("chat", 1, 3_000),
    /** An agent with two model calls of 3,000 characters and one tool call. */
    MIX("agent, 2 chat, tool", 4, 7_900);

    /** Spans that {@link SampleSpans#record} makes at a time. */
    final int spans;

    /** Characters of content in all of them, roughly. */
    final int chars;

    final String label;

    Kind(String label, int spans, int chars) {
      this.label = label;
      this.spans = spans;
      this.chars = chars;
    }
  }

  private static final String PROSE =
      """
      Day 2 - Belem: custard tarts at ten, the "Jeronimos" cloister, then dinner at the river.
      The afternoon stays dry; walk back along the water, or take tram 15 to the centre.
      """;

  private long texts;

  /** Starts and ends what {@code kind} stands for. */
  void record(Kind kind) {
    switch (kind) {
      case TOOL -> tool().end(null);
      case SMALL_CHAT -> chat(300).end(null);
      case CHAT -> chat(3_000).end(null);
      case MIX -> mix();
    }
  }

  /** A model call that is about to end, with the given number of characters in four messages. */
  ActiveSpan chat(int chars) {
    ActiveSpan span = start(Operation.CHAT);
    span.set(Attribute.FRAMEWORK, "langchain4j")
        .set(Attribute.PROVIDER_NAME, "openai")
        .set(Attribute.REQUEST_MODEL, "gpt-4o-mini")
        .set(Attribute.REQUEST_TEMPERATURE, Double.valueOf(0.2))
        .set(Attribute.REQUEST_MAX_TOKENS, Integer.valueOf(800))
        .set(
            Attribute.INPUT_MESSAGES,
            new Message.Conversation(
                List.of(
                    message(Message.SYSTEM, chars / 5),
                    message(Message.USER, chars / 5),
                    message(Message.ASSISTANT, chars / 10),
                    message(Message.USER, chars / 5))))
        .set(Attribute.RESPONSE_FINISH_REASONS, List.of("stop"))
        .set(Attribute.RESPONSE_ID, "chatcmpl-" + texts)
        .set(Attribute.RESPONSE_MODEL, "gpt-4o-mini-2024-07-18")
        .set(Attribute.USAGE_INPUT_TOKENS, Integer.valueOf(chars / 4))
        .set(Attribute.USAGE_OUTPUT_TOKENS, Integer.valueOf(chars / 13))
        .set(
            Attribute.OUTPUT_MESSAGES,
            new Message.Conversation(
                List.of(
                    new Message(
                        Message.ASSISTANT,
                        List.of(new Message.Text(text(chars * 3 / 10))),
                        "stop"))));
    Tracer.leave(span);
    return span;
  }

  private ActiveSpan tool() {
    ActiveSpan span = start(Operation.EXECUTE_TOOL);
    span.set(Attribute.FRAMEWORK, "langchain4j")
        .set(Attribute.TOOL_NAME, "find_hotel")
        .set(Attribute.TOOL_TYPE, "function")
        .set(Attribute.TOOL_CALL_ID, "call_" + texts)
        .set(Attribute.TOOL_CALL_ARGUMENTS, "{\"city\":\"Lisbon\",\"maxPriceEur\":" + texts + "}")
        .set(Attribute.TOOL_CALL_RESULT, text(160));
    Tracer.leave(span);
    return span;
  }

  private void mix() {
    ActiveSpan agent = start(Operation.INVOKE_AGENT);
    agent
        .set(Attribute.AGENT_NAME, "Planner.plan")
        .set(Attribute.FRAMEWORK, "langchain4j")
        .set(Attribute.INPUT_MESSAGES, conversation(Message.USER, 700));
    chat(3_000).end(null);
    tool().end(null);
    chat(3_000).end(null);
    agent.set(Attribute.OUTPUT_MESSAGES, conversation(Message.ASSISTANT, 1_000));
    Tracer.leave(agent);
    agent.end(null);
  }

  private Message.Conversation conversation(String role, int chars) {
    return new Message.Conversation(List.of(message(role, chars)));
  }

  private Message message(String role, int chars) {
    return new Message(role, List.of(new Message.Text(text(chars))), null);
  }

  private String text(int chars) {
    StringBuilder text = new StringBuilder(chars + PROSE.length());
    text.append(texts++).append(' ');
    while (text.length() < chars) {
      text.append(PROSE);
    }
    return text.substring(0, chars);
  }

  private static ActiveSpan start(Operation operation) {
    return Objects.requireNonNull(Tracer.start(operation));
  }
}
