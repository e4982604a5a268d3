package ai.automagik.tracing.smoke;

import ai.automagik.tracing.store.Span;
import ai.automagik.tracing.store.SpanNode;
import ai.automagik.tracing.store.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Traces as a text that two runs of one program have in common: a tree of spans with every
 * attribute, event and status, where ids, times and ports are numbered or left out. The resource,
 * which all traces of a run have in common, comes first.
 *
 * <p>Not thread-safe: the numbers are given in the order of the calls.
 */
final class TraceText {
  private final StringBuilder text = new StringBuilder();
  private final Map<String, Integer> responseIds = new HashMap<>();

  static String of(List<Trace> traces) {
    TraceText writer = new TraceText();
    writer.resource(traces.get(0).roots().get(0).span());
    for (Trace trace : traces) {
      writer.text.append("trace\n");
      trace.roots().forEach(root -> writer.node(root, 0));
    }
    return writer.text.toString();
  }

  private void resource(Span root) {
    text.append("resource of ").append(root.scope()).append('\n');
    attributes(root.resource().values(), "  - ");
  }

  private void node(SpanNode node, int depth) {
    Span span = node.span();
    String indent = "  ".repeat(depth + 1);
    text.append(indent)
        .append(node.orphan() ? "ORPHAN " : "")
        .append(span.name())
        .append(" [")
        .append(span.kind())
        .append(' ')
        .append(span.state())
        .append(' ')
        .append(span.status())
        .append(']')
        .append(span.statusMessage().isEmpty() ? "" : " " + escape(span.statusMessage()))
        .append('\n');
    attributes(span.attributes().values(), indent + "  - ");
    for (Span.Event event : span.events()) {
      text.append(indent).append("  ! ").append(event.name()).append('\n');
      attributes(event.attributes().values(), indent + "    - ");
    }
    node.children().forEach(child -> node(child, depth + 1));
  }

  private void attributes(Map<String, Object> attributes, String indent) {
    List<String> lines = new ArrayList<>();
    attributes.forEach((name, value) -> lines.add(name + " = " + value(name, value)));
    lines.stream().sorted().forEach(line -> text.append(indent).append(line).append('\n'));
  }

  private String value(String name, Object value) {
    return switch (name) {
      case "gen_ai.response.id" ->
          "<id " + responseIds.computeIfAbsent((String) value, id -> responseIds.size() + 1) + ">";
      case "gen_ai.response.time_to_first_chunk" -> "<seconds>";
      case "service.instance.id" -> "<run>";
      case "process.pid" -> "<pid>";
      case "process.runtime.name", "process.runtime.version" -> "<JVM>";
      case "exception.stacktrace" ->
          escape(((String) value).lines().findFirst().orElse("")) + " ...";
      case "thread.name" -> value.equals("main") ? "main" : "<another>";
      default -> value instanceof String string ? escape(string) : value + type(value);
    };
  }

  private static String type(Object value) {
    return value instanceof Double ? " (double)" : "";
  }

  private static String escape(String string) {
    return string
        .replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replaceAll("127\\.0\\.0\\.1:[0-9]{2,5}", "<server>");
  }
}
