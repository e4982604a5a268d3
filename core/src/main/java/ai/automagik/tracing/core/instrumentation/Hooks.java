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
import org.jspecify.annotations.Nullable;

/**
 * All hooks of all modules, by class. Immutable.
 *
 * <p>Hooks are data: every module ships a resource {@value #RESOURCE}, the build joins them. A line
 * is {@code module <name> <package of the advice>}, or {@code library <package>}, or {@code
 * <class>#<method>(<parameter types>) <advice>}, or {@code unsupported <class> <what it is a sign
 * of>}; {@code //} begins a comment. Reading the lines takes the start of the JVM a fraction of
 * what loading a class per module would.
 */
public final class Hooks {
  /** Where the hooks stand in the agent's jar. */
  public static final String RESOURCE = "META-INF/automagik.hooks";

  private final Map<String, List<Hook>> byInternalName = new HashMap<>();
  private final Map<String, List<Hook>> byInterface = new HashMap<>();
  private final List<String> libraries = new ArrayList<>();
  private final Map<String, Unsupported> unsupported = new HashMap<>();

  private Hooks() {}

  /**
   * A class that only versions of a library have that are not supported.
   *
   * @param meaning what is not traced when the class is there
   */
  public record Unsupported(String module, String className, String meaning) {
    @Override
    public String toString() {
      return className.concat(" (").concat(meaning).concat(")");
    }
  }

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
      } else if (text.startsWith("library ")) {
        hooks.libraries.add(text.substring(8).trim().replace('.', '/').concat("/"));
      } else if (text.startsWith("unsupported ")) {
        hooks.addUnsupported(module, text.substring("unsupported ".length()).trim());
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

  private void addUnsupported(String module, String text) throws IOException {
    int space = text.indexOf(' ');
    if (module.isEmpty() || space < 0) {
      throw new IOException("expected \"unsupported <class> <meaning>\" in a module: " + text);
    }
    String className = text.substring(0, space);
    String internalName = className.replace('.', '/');
    unsupported.put(
        internalName, new Unsupported(module, className, text.substring(space + 1).trim()));
    if (!byInternalName.containsKey(internalName)) {
      byInternalName.put(internalName, new ArrayList<>(0));
    }
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

  /** Whether a class is woven, or a sign of something. Costs one hash look-up. */
  public boolean contains(String internalName) {
    return byInternalName.containsKey(internalName);
  }

  /** Whether a class is part of a library that is traced, by its package. */
  public boolean inLibrary(String internalName) {
    for (int i = 0; i < libraries.size(); i++) {
      if (internalName.startsWith(libraries.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** The hooks of a class, none if it is not woven. */
  public List<Hook> of(String internalName) {
    List<Hook> hooks = byInternalName.get(internalName);
    return hooks == null ? List.of() : List.copyOf(hooks);
  }

  /** What a class is a sign of; null for most classes. */
  public @Nullable Unsupported unsupported(String internalName) {
    return unsupported.get(internalName);
  }

  /** Whether the classes that declare to implement an interface are woven. */
  public boolean coverImplementations(String internalName) {
    return byInterface.containsKey(internalName);
  }

  /** The hooks of a class, and, of an interface, those of the classes that implement it. */
  public List<Hook> naming(String internalName) {
    List<Hook> naming = new ArrayList<>(of(internalName));
    List<Hook> implementations = byInterface.get(internalName);
    if (implementations != null) {
      naming.addAll(implementations);
    }
    return naming;
  }

  /** The hooks of the interfaces that a class file declares to implement, and of its superclass. */
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
