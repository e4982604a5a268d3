package ai.automagik.tracing.core.instrumentation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * All hooks of all modules, by class. Immutable.
 *
 * <p>Hooks are data: every module ships a resource {@value #RESOURCE}, the build joins them. A line
 * is {@code module <name> <package of the advice>}, or {@code <class>#<method>(<parameter types>)
 * <advice>}; {@code //} begins a comment. Reading the lines takes the start of the JVM a fraction
 * of what loading a class per module would.
 */
public final class Hooks {
  /** Where the hooks stand in the agent's jar. */
  public static final String RESOURCE = "META-INF/automagik.hooks";

  private final Map<String, List<Hook>> byInternalName;

  private Hooks(Map<String, List<Hook>> byInternalName) {
    this.byInternalName = byInternalName;
  }

  /**
   * Reads the hooks.
   *
   * @throws IOException when the resource cannot be read or a line is not of the described form
   */
  public static Hooks read(InputStream resource) throws IOException {
    Map<String, List<Hook>> byInternalName = new HashMap<>();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
    String module = "";
    String advicePackage = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int comment = line.indexOf("//");
      String text = (comment < 0 ? line : line.substring(0, comment)).trim();
      if (text.isEmpty()) {
        continue;
      }
      if (text.startsWith("module ")) {
        int space = text.indexOf(' ', 7);
        if (space < 0) {
          throw new IOException("expected \"module <name> <package>\": " + text);
        }
        module = text.substring(7, space);
        advicePackage = text.substring(space + 1).trim();
      } else {
        Hook hook = parse(module, advicePackage, text);
        String internalName = hook.className().replace('.', '/');
        List<Hook> hooks = byInternalName.get(internalName);
        if (hooks == null) {
          hooks = new ArrayList<>(2);
          byInternalName.put(internalName, hooks);
        }
        hooks.add(hook);
      }
    }
    return new Hooks(byInternalName);
  }

  private static Hook parse(String module, String advicePackage, String text) throws IOException {
    int hash = text.indexOf('#');
    int open = text.indexOf('(', hash);
    int close = text.indexOf(')', open);
    if (module.isEmpty() || hash < 1 || open < 0 || close < 0 || close + 2 > text.length()) {
      throw new IOException("expected \"<class>#<method>(<types>) <advice>\" in a module: " + text);
    }
    List<String> types = new ArrayList<>();
    for (int at = open + 1; at < close; ) {
      int comma = text.indexOf(',', at);
      int end = comma < 0 || comma > close ? close : comma;
      types.add(text.substring(at, end).trim());
      at = end + 1;
    }
    return new Hook(
        module,
        text.substring(0, hash),
        text.substring(hash + 1, open),
        types,
        advicePackage + "." + text.substring(close + 1).trim());
  }

  /** Whether a class is woven. Costs one hash look-up. */
  public boolean contains(String internalName) {
    return byInternalName.containsKey(internalName);
  }

  /** The hooks of a class, none if it is not woven. */
  public List<Hook> of(String internalName) {
    List<Hook> hooks = byInternalName.get(internalName);
    return hooks == null ? List.of() : List.copyOf(hooks);
  }

  /** The names of all modules. */
  public Set<String> modules() {
    Set<String> names = new TreeSet<>();
    for (List<Hook> hooks : byInternalName.values()) {
      for (Hook hook : hooks) {
        names.add(hook.module());
      }
    }
    return names;
  }

  /** All hooks, in no order. */
  public List<Hook> all() {
    List<Hook> all = new ArrayList<>();
    for (List<Hook> hooks : byInternalName.values()) {
      all.addAll(hooks);
    }
    return all;
  }
}
