package ai.automagik.tracing.smoke;

import ai.automagik.tracing.store.Span;
import ai.automagik.tracing.store.SpanNode;
import ai.automagik.tracing.store.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
  private final Map<String, Integer> sessions = new HashMap<>();

  /** That of the first span. */
  private String service = "";

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
        .append(service(span))
        .append(span.statusMessage().isEmpty() ? "" : " " + escape(span.statusMessage()))
        .append('\n');
    attributes(span.attributes().values(), indent + "  - ");
    for (Span.Event event : span.events()) {
      text.append(indent).append("  ! ").append(event.name()).append('\n');
      attributes(event.attributes().values(), indent + "    - ");
    }
    // LangChain4j moderates while it asks the model: either of them may begin first.
    Comparator<SpanNode> order =
        Comparator.comparing(child -> !child.span().name().startsWith("moderation"));
    if ("parallel".equals(span.attributes().text("automagik.workflow.topology"))) {
      order = Comparator.comparing(child -> child.span().name());
    }
    node.children().stream().sorted(order).forEach(child -> node(child, depth + 1));
  }

  /** Where other processes take part, whose span it is. */
  private String service(Span span) {
    String name = String.valueOf(span.resource().text("service.name"));
    if (service.isEmpty()) {
      service = name;
    }
    return name.equals(service) ? "" : " of " + name;
  }

  private void attributes(Map<String, Object> attributes, String indent) {
    List<String> lines = new ArrayList<>();
    attributes.forEach((name, value) -> lines.add(name + " = " + value(name, value)));
    lines.removeIf(line -> line.startsWith("thread.id = ")); // each time another
    lines.stream().sorted().forEach(line -> text.append(indent).append(line).append('\n'));
  }

  private String value(String name, Object value) {
    return switch (name) {
      case "gen_ai.response.id" ->
          "<id " + responseIds.computeIfAbsent((String) value, id -> responseIds.size() + 1) + ">";
      // LangChain4j offers a class's tools in the order in which the JVM lists its methods.
      case "gen_ai.tool.definitions" -> escape(sorted((String) value));
      case "mcp.session.id" ->
          "<session " + sessions.computeIfAbsent((String) value, id -> sessions.size() + 1) + ">";
      // Calls that run at the same time get their numbers in any order.
      case "jsonrpc.request.id" -> "<request>";
      case "gen_ai.response.time_to_first_chunk" -> "<seconds>";
      // Some conversations and agents are named by the library, each time anew.
      case "gen_ai.conversation.id", "gen_ai.agent.id" ->
          escape((String) value)
              .replaceAll("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", "<uuid>")
              .replaceAll("^websocket-[0-9a-f]{8}-", "websocket-<run>-")
              .replaceAll("^(websocket-<run>)-.{16,}$", "$1-<connection>");
      case "server.port", "network.peer.port" -> "<port>";
      case "service.instance.id" -> "<run>";
      case "process.pid" -> "<pid>";
      case "process.runtime.name", "process.runtime.version" -> "<JVM>";
      case "exception.stacktrace" ->
          escape(((String) value).lines().findFirst().orElse("")) + " ...";
      // A stage that comes too late for its future runs on the thread that attaches it.
      case "thread.name" -> "<thread>";
      default -> value instanceof String string ? escape(string) : value + type(value);
    };
  }

  private static String sorted(String jsonArray) {
    return Stream.of(jsonArray.substring(1, jsonArray.length() - 1).split("(?<=}),(?=\\{)"))
        .sorted()
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String type(Object value) {
    return value instanceof Double ? " (double)" : "";
  }

  private static String escape(String string) {
    return string
        .replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replaceAll(
            "Current date: [0-9-]{10}", "Current date: <date>") // which Embabel tells models
        .replaceAll("127\\.0\\.0\\.1:[0-9]{2,5}", "<server>")
        .replaceAll("(?<=\\w)@[0-9a-f]{4,8}\\b", "@<hash>");
  }
}
