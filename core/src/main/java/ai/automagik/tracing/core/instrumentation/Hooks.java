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

  private final Map<String, List<Hook>> byInternalName = new HashMap<>();
  private final Map<String, List<Hook>> byInterface = new HashMap<>();

  private Hooks() {}

  /**
   * Reads the hooks.
   *
   * @throws IOException when the resource cannot be read or a line is not of the described form
   */
  public static Hooks read(InputStream resource) throws IOException {
    Hooks hooks = new Hooks();
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
        hooks.add(parse(module, advicePackage, text));
      }
    }
    return hooks;
  }

  private void add(Hook hook) {
    Map<String, List<Hook>> map = hook.implementations() ? byInterface : byInternalName;
    String internalName = hook.className().replace('.', '/');
    List<Hook> known = map.get(internalName);
    if (known == null) {
      known = new ArrayList<>(2);
      map.put(internalName, known);
    }
    known.add(hook);
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
    boolean implementations = text.charAt(hash - 1) == '+';
    return new Hook(
        module,
        text.substring(0, implementations ? hash - 1 : hash),
        implementations,
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

  /**
   * Whether the classes that implement an interface are woven, so that its own methods do not
   * matter much.
   */
  public boolean coverImplementations(String internalName) {
    return byInterface.containsKey(internalName);
  }

  /** The hooks of the interfaces that a class file declares to implement. */
  public List<Hook> ofInterfacesIn(byte[] classFile) {
    List<Hook> found = List.of();
    List<String> interfaces = ClassFileInterfaces.of(classFile);
    for (int i = 0; i < interfaces.size(); i++) {
      List<Hook> hooks = byInterface.get(interfaces.get(i));
      if (hooks != null) {
        if (found.isEmpty()) {
          found = new ArrayList<>(hooks);
        } else {
          found.addAll(hooks);
        }
      }
    }
    return found;
  }

  /** The names of all modules. */
  public Set<String> modules() {
    Set<String> names = new TreeSet<>();
    for (Hook hook : all()) {
      names.add(hook.module());
    }
    return names;
  }

  /** All hooks, in no order. */
  public List<Hook> all() {
    List<Hook> all = new ArrayList<>();
    for (List<Hook> hooks : byInternalName.values()) {
      all.addAll(hooks);
    }
    for (List<Hook> hooks : byInterface.values()) {
      all.addAll(hooks);
    }
    return all;
  }
}
