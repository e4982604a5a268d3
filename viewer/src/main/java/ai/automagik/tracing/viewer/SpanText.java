package ai.automagik.tracing.viewer;

import ai.automagik.tracing.store.Attributes;
import ai.automagik.tracing.store.Span;
import ai.automagik.tracing.store.SpanNode;
import ai.automagik.tracing.viewer.Style.Tone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands under each span of one trace: settings, messages, tool calls and errors. Asked for
 * the spans in the order of the tree. Not thread-safe.
 */
final class SpanText {
  private static final int ERROR_LINES = 12;
  private static final int STACK_TRACE_LINES = 3;
  private static final Set<String> AGENT_OPERATIONS =
      Set.of("invoke_agent", "create_agent", "invoke_workflow", "plan");

  private final boolean full;
  private final boolean content;
  private final Set<String> withChatBelow = new HashSet<>();
  private final Map<String, Set<String>> errorsBelow = new HashMap<>();
  private final Map<String, Span> lastChatByParent = new HashMap<>();

  SpanText(List<TreeRow> rows, boolean full, boolean content) {
    this.full = full;
    this.content = content;
    for (int i = rows.size() - 1; i >= 0; i--) {
      Span span = rows.get(i).node().span();
      if (hasMessages(span) || withChatBelow.contains(span.spanId())) {
        withChatBelow.add(span.parentSpanId());
      }
      errorsBelow
          .computeIfAbsent(span.parentSpanId(), id -> new HashSet<>())
          .addAll(ErrorText.of(span).stream().map(ErrorText::line).toList());
    }
  }

  List<Block> blocks(SpanNode node) {
    Span span = node.span();
    List<Block> blocks = new ArrayList<>();
    if (node.orphan()) {
      blocks.add(Block.note("its parent " + span.parentSpanId() + " was not recorded"));
    }
    String settings = SettingsText.of(span);
    if (!settings.isEmpty()) {
      blocks.add(Block.note(settings));
    }
    if (content) {
      addMessages(span, blocks);
      addText("query", span.attributes().values().get(GenAi.QUERY), blocks);
      List<String> queries = span.attributes().texts(GenAi.QUERIES);
      addText("queries", queries.isEmpty() ? null : String.join("\n", queries), blocks);
      Object documents = span.attributes().values().get(GenAi.DOCUMENTS);
      addText("documents", documents == null ? null : DocumentsText.of(documents, full), blocks);
      addText("flagged", span.attributes().values().get(GenAi.FLAGGED_TEXT), blocks);
      addText("arguments", span.attributes().values().get(GenAi.TOOL_ARGUMENTS), blocks);
      addText("result", span.attributes().values().get(GenAi.TOOL_RESULT), blocks);
      addText("because", span.attributes().values().get(GenAi.GUARDRAIL_MESSAGE), blocks);
      addText("asks", span.attributes().values().get(GenAi.GUARDRAIL_REPROMPT), blocks);
      addText("rewritten", span.attributes().values().get(GenAi.GUARDRAIL_REWRITTEN_TEXT), blocks);
      addInputAndOutput(span, blocks);
    }
    addErrors(span, blocks);
    return blocks;
  }

  private void addMessages(Span span, List<Block> blocks) {
    if (!hasMessages(span)) {
      return;
    }
    // An agent's messages are those of its model calls, unless there are none.
    if (isAgent(span) && withChatBelow.contains(span.spanId()) && !full) {
      return;
    }
    List<Map<?, ?>> input = Messages.input(span.attributes());
    List<Map<?, ?>> output = Messages.output(span.attributes());
    int knownCount = 0;
    if (!isAgent(span)) {
      Span previous = lastChatByParent.put(span.parentSpanId(), span);
      knownCount = full ? 0 : Messages.knownCount(input, conversation(previous));
    }
    if (knownCount > 0) {
      blocks.add(Block.note("(" + Figures.plural(knownCount, "earlier message") + ")"));
    }
    MessageText text = new MessageText(input);
    input.subList(knownCount, input.size()).forEach(message -> text.add(message, blocks));
    output.forEach(message -> text.add(message, blocks));
  }

  /** Of an agent with a model, its messages say the same. */
  private void addInputAndOutput(Span span, List<Block> blocks) {
    boolean workflow = "invoke_workflow".equals(span.attributes().text(GenAi.OPERATION));
    if (workflow || full || !withChatBelow.contains(span.spanId())) {
      addText("arguments", span.attributes().values().get(GenAi.AGENT_ARGUMENTS), blocks);
      addText("result", span.attributes().values().get(GenAi.AGENT_OUTPUT), blocks);
    }
    addText("state", span.attributes().values().get(GenAi.WORKFLOW_STATE), blocks);
  }

  private void addErrors(Span span, List<Block> blocks) {
    for (ErrorText error : ErrorText.of(span)) {
      String line = content ? error.line() : error.type();
      blocks.add(new Block("error", Tone.RED, line, Tone.RED, ERROR_LINES, false));
      boolean shownBelow = errorsBelow.getOrDefault(span.spanId(), Set.of()).contains(error.line());
      if (content && !error.stackTrace().isEmpty() && (full || !shownBelow)) {
        blocks.add(new Block("", Tone.DIM, error.stackTrace(), Tone.DIM, STACK_TRACE_LINES, false));
      }
    }
  }

  private static void addText(String label, @Nullable Object value, List<Block> blocks) {
    if (value != null) {
      String text = value instanceof String string ? string : JsonText.compact(value);
      blocks.add(Block.of(label, Tone.MAGENTA, text));
    }
  }

  private static List<Map<?, ?>> conversation(@Nullable Span span) {
    if (span == null) {
      return List.of();
    }
    List<Map<?, ?>> messages = new ArrayList<>(Messages.input(span.attributes()));
    messages.addAll(Messages.output(span.attributes()));
    return messages;
  }

  private static boolean hasMessages(Span span) {
    Map<String, @Nullable Object> values = span.attributes().values();
    return values.containsKey(GenAi.INPUT_MESSAGES) || values.containsKey(GenAi.OUTPUT_MESSAGES);
  }

  private static boolean isAgent(Span span) {
    Attributes attributes = span.attributes();
    String operation = attributes.text(GenAi.OPERATION);
    return operation != null && AGENT_OPERATIONS.contains(operation);
  }
}
