package ai.automagik.tracing.smoke;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an application leaves on the oldest version of its library and on the newest, as the measure
 * for the versions between. Immutable.
 *
 * <p>The tree of spans, with names, kinds, states, status and events, is that of one of the two;
 * and every attribute of every span has the value that it has there in one of the two, where having
 * none counts as a value too. So an attribute may come with some version between, but it never
 * comes with another value, and never goes in between.
 *
 * <p>A minor version that does something as neither of the two does it has a text of its own, such
 * as {@code DeskApp-1.7.txt}, which is then the third.
 */
record GoldenPair(Tree floor, Tree newest, Optional<Tree> own) {

  /** A line of a tree, such as a span or an event, and the attributes beneath it. */
  private record Node(String line, Map<String, String> attributes) {}

  /** A text of {@link TraceText}, taken apart. */
  record Tree(List<Node> nodes) {
    static Tree of(String text) {
      List<Node> nodes = new ArrayList<>();
      for (String line : text.split("\n")) {
        String stripped = line.strip();
        if (stripped.startsWith("- ")) {
          int equals = stripped.indexOf(" = ");
          String name = stripped.substring(2, equals);
          String value = stripped.substring(equals + 3);
          nodes.get(nodes.size() - 1).attributes().put(name, value);
        } else {
          nodes.add(new Node(line, new TreeMap<>()));
        }
      }
      return new Tree(List.copyOf(nodes));
    }

    List<String> shape() {
      return nodes.stream().map(Node::line).toList();
    }
  }

  static GoldenPair of(Sample sample, String version) {
    String minor = version.substring(0, version.indexOf('.', version.indexOf('.') + 1));
    return new GoldenPair(
        read(sample.simpleName() + "-floor.txt").orElseThrow(),
        read(sample.simpleName() + "-newest.txt").orElseThrow(),
        read(sample.simpleName() + "-" + minor + ".txt"));
  }

  private static Optional<Tree> read(String name) {
    try (InputStream golden = GoldenPair.class.getResourceAsStream("/golden/" + name)) {
      return golden == null
          ? Optional.empty()
          : Optional.of(Tree.of(new String(golden.readAllBytes(), UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In what a text differs from all; nothing if it does not. */
  List<String> differences(String text) {
    Tree actual = Tree.of(text);
    List<Tree> known = new ArrayList<>(List.of(floor, newest));
    own.ifPresent(known::add);
    List<Tree> alike = new ArrayList<>();
    for (Tree tree : known) {
      if (tree.shape().equals(actual.shape())) {
        alike.add(tree);
      }
    }
    if (alike.isEmpty()) {
      return List.of(otherShape(actual));
    }
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < actual.nodes().size(); i++) {
      Node node = actual.nodes().get(i);
      Set<String> names = new LinkedHashSet<>(node.attributes().keySet());
      for (Tree tree : alike) {
        names.addAll(tree.nodes().get(i).attributes().keySet());
      }
      for (String name : names) {
        String value = node.attributes().get(name);
        if (!hasValueAt(alike, i, name, value)) {
          differences.add(node.line().strip() + ": " + name + " = " + value);
        }
      }
    }
    return differences;
  }

  private static boolean hasValueAt(List<Tree> trees, int node, String name, String value) {
    return trees.stream()
        .anyMatch(tree -> Objects.equals(tree.nodes().get(node).attributes().get(name), value));
  }

  private String otherShape(Tree actual) {
    List<String> expected = newest.shape();
    List<String> seen = actual.shape();
    int at = 0;
    while (at < expected.size() && at < seen.size() && expected.get(at).equals(seen.get(at))) {
      at++;
    }
    return expected.size()
        + " lines expected, "
        + seen.size()
        + " seen, from: "
        + (at < seen.size() ? seen.get(at).strip() : "(the end)")
        + ", instead of: "
        + (at < expected.size() ? expected.get(at).strip() : "(the end)");
  }
}
