package ai.automagik.tracing.core.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of the application as a tree that becomes JSON on the worker: strings, numbers, booleans,
 * and what is made of them. Holds references to the application's strings, never copies.
 *
 * <p>Of any other object only the name of its class is kept: its methods are the application's, and
 * may do anything. For the same reason collections are looked into only if they are plain ones of
 * the JDK's or of Guava's.
 */
public record Values(Tree tree) implements Message.Content {
  private static final int MAX_ENTRIES = 100;
  private static final int MAX_DEPTH = 4;
  private static final Tree NOTHING = new Nothing();

  private static final Set<String> PLAIN_COLLECTIONS =
      Set.of(
          "java.util.ArrayList",
          "java.util.LinkedList",
          "java.util.Arrays$ArrayList",
          "java.util.HashSet",
          "java.util.LinkedHashSet",
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.TreeMap",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.concurrent.CopyOnWriteArrayList",
          "java.util.ImmutableCollections$List12",
          "java.util.ImmutableCollections$ListN",
          "java.util.ImmutableCollections$Set12",
          "java.util.ImmutableCollections$SetN",
          "java.util.ImmutableCollections$Map1",
          "java.util.ImmutableCollections$MapN",
          "java.util.Collections$EmptyList",
          "java.util.Collections$EmptyMap",
          "java.util.Collections$SingletonList",
          "java.util.Collections$SingletonMap",
          "com.google.common.collect.RegularImmutableList",
          "com.google.common.collect.SingletonImmutableList",
          "com.google.common.collect.RegularImmutableMap",
          "com.google.common.collect.SingletonImmutableBiMap");

  /** A value, or several. */
  public sealed interface Tree {
    /** Characters that are kept alive, and something for the objects. */
    long chars();
  }

  /** Values by name. */
  public record Fields(List<String> names, List<Tree> values) implements Tree {
    @Override
    public long chars() {
      long chars = 16;
      for (int i = 0; i < names.size(); i++) {
        chars += 16L + names.get(i).length() + values.get(i).chars();
      }
      return chars;
    }
  }

  /** Values in a row. */
  public record Items(List<Tree> items) implements Tree {
    @Override
    public long chars() {
      long chars = 16;
      for (int i = 0; i < items.size(); i++) {
        chars += 8 + items.get(i).chars();
      }
      return chars;
    }
  }

  /** A string, or the name of an enum's constant. */
  public record Text(String text) implements Tree {
    @Override
    public long chars() {
      return 16L + text.length();
    }
  }

  /** A whole number. */
  public record Whole(long number) implements Tree {
    @Override
    public long chars() {
      return 16;
    }
  }

  /** A number with a fraction. */
  public record Decimal(double number) implements Tree {
    @Override
    public long chars() {
      return 16;
    }
  }

  /** True or false. */
  public record Flag(boolean flag) implements Tree {
    @Override
    public long chars() {
      return 16;
    }
  }

  /** Anything else, by the name of its class. */
  public record Other(String className) implements Tree {
    @Override
    public long chars() {
      return 16;
    }
  }

  private record Nothing() implements Tree {
    @Override
    public long chars() {
      return 0;
    }
  }

  @Override
  public long chars() {
    return tree.chars();
  }

  /**
   * A single value as that of an attribute: a string, number or boolean as it is, anything else as
   * JSON; null stays null.
   */
  public static @Nullable Object attribute(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    Tree tree = of(value, 0);
    if (tree instanceof Text text) {
      return text.text();
    } else if (tree instanceof Whole number) {
      return number.number();
    } else if (tree instanceof Decimal number) {
      return number.number();
    } else if (tree instanceof Flag flag) {
      return flag.flag();
    }
    return new Values(tree);
  }

  /** What is in a plain map; null when there is none, or it is of another kind. */
  public static @Nullable Values in(@Nullable Map<?, ?> map) {
    return attribute(map) instanceof Values values && values.tree instanceof Fields ? values : null;
  }

  /** Values by name, in this order; one without a name is left out. Null when none is left. */
  public static @Nullable Values named(@Nullable String[] names, @Nullable Object[] values) {
    int count = Math.min(names.length, values.length);
    List<String> kept = new ArrayList<>(count);
    List<Tree> trees = new ArrayList<>(count);
    for (int i = 0; i < count && kept.size() < MAX_ENTRIES; i++) {
      String name = names[i];
      if (name != null) {
        kept.add(name);
        trees.add(of(values[i], 1));
      }
    }
    return kept.isEmpty() ? null : new Values(new Fields(kept, trees));
  }

  private static Tree of(@Nullable Object value, int depth) {
    if (value == null) {
      return NOTHING;
    } else if (value instanceof String text) {
      return new Text(text);
    } else if (value instanceof Boolean flag) {
      return new Flag(flag);
    } else if (value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte) {
      return new Whole(((Number) value).longValue());
    } else if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? new Decimal(number) : new Text(Double.toString(number));
    } else if (value instanceof Enum<?> constant) {
      return new Text(constant.name());
    }
    String className = value.getClass().getName();
    if (depth < MAX_DEPTH && PLAIN_COLLECTIONS.contains(className)) {
      try {
        Tree inside =
            value instanceof Map<?, ?> map
                ? fields(map, depth)
                : items((Collection<?>) value, depth);
        if (inside != null) {
          return inside;
        }
      } catch (RuntimeException changedMeanwhile) {
        return new Other(className);
      }
    }
    return new Other(className);
  }

  private static @Nullable Tree items(Collection<?> collection, int depth) {
    if (collection.size() > MAX_ENTRIES) {
      return null;
    }
    List<Tree> items = new ArrayList<>(collection.size());
    for (Object item : collection) {
      items.add(of(item, depth + 1));
    }
    return new Items(items);
  }

  /** In alphabetical order, because most maps have none. */
  private static @Nullable Tree fields(Map<?, ?> map, int depth) {
    if (map.size() > MAX_ENTRIES) {
      return null;
    }
    List<Map.Entry<String, Tree>> entries = new ArrayList<>(map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String name)) {
        return null;
      }
      entries.add(Map.entry(name, of(entry.getValue(), depth + 1)));
    }
    entries.sort(Map.Entry.comparingByKey());
    List<String> names = new ArrayList<>(entries.size());
    List<Tree> values = new ArrayList<>(entries.size());
    for (Map.Entry<String, Tree> entry : entries) {
      names.add(entry.getKey());
      values.add(entry.getValue());
    }
    return new Fields(names, values);
  }
}
