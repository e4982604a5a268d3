package ai.automagik.tracing.core.instrumentation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
 * of>}; {@code //} begins a comment. Classes of a {@code latent module} are no reason to start the
 * agent, unless a class of a line {@code sign <class>} can be loaded where they are. Reading the
 * lines takes the start of the JVM a fraction of what loading a class per module would; and as it
 * happens before there is compiled code, a line is not taken apart before it is needed.
 */
public final class Hooks {
  /** Where the hooks stand in the agent's jar. */
  public static final String RESOURCE = "META-INF/automagik.hooks";

  private final Map<String, List<HookLine>> byInternalName = new HashMap<>();
  private final Map<String, List<HookLine>> byInterface = new HashMap<>();
  private final List<String> libraries = new ArrayList<>();
  private final Map<String, Unsupported> unsupported = new HashMap<>();
  private final Set<String> latent = new HashSet<>();
  private final List<String> signs = new ArrayList<>();

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
    String all = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    String module = "";
    String advicePackage = "";
    boolean latent = false;
    for (int start = 0, end; start < all.length(); start = end + 1) {
      int lineBreak = all.indexOf('\n', start);
      end = lineBreak < 0 ? all.length() : lineBreak;
      String text = all.substring(start, end).trim();
      if (text.isEmpty() || text.startsWith("//")) {
        continue;
      }
      if (text.startsWith("module ") || text.startsWith("latent module ")) {
        latent = text.startsWith("latent ");
        String names = withoutComment(text.substring(text.indexOf("module ") + "module ".length()));
        int space = names.indexOf(' ');
        if (space < 0) {
          throw new IOException("expected \"module <name> <package>\": " + text);
        }
        module = names.substring(0, space);
        advicePackage = names.substring(space + 1).trim();
      } else if (text.startsWith("library ")) {
        hooks.libraries.add(
            withoutComment(text.substring("library ".length())).replace('.', '/').concat("/"));
      } else if (text.startsWith("sign ")) {
        hooks.signs.add(
            withoutComment(text.substring("sign ".length())).replace('.', '/').concat(".class"));
      } else if (text.startsWith("unsupported ")) {
        hooks.addUnsupported(module, withoutComment(text.substring("unsupported ".length())));
      } else {
        HookLine line = HookLine.read(module, advicePackage, text);
        hooks.add(line);
        if (latent) {
          hooks.latent.add(line.className().replace('.', '/'));
        }
      }
    }
    return hooks;
  }

  private static String withoutComment(String text) {
    int comment = text.indexOf("//");
    return (comment < 0 ? text : text.substring(0, comment)).trim();
  }

  private void add(HookLine line) {
    Map<String, List<HookLine>> map = line.implementations() ? byInterface : byInternalName;
    String internalName = line.className().replace('.', '/');
    List<HookLine> known = map.get(internalName);
    if (known == null) {
      known = new ArrayList<>(2);
      map.put(internalName, known);
    }
    known.add(line);
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

  /** Whether a class is woven, or a sign of something. Costs one hash look-up. */
  public boolean contains(String internalName) {
    return byInternalName.containsKey(internalName);
  }

  /** Whether a class is woven where the agent has started, and is no reason to start it. */
  public boolean latent(String internalName) {
    return latent.contains(internalName);
  }

  /**
   * Whether a library that is traced can be loaded by a loader, the system's in place of those of
   * the JDK. Looks through its class path.
   */
  public boolean librariesVisibleTo(@Nullable ClassLoader loader) {
    ClassLoader asked =
        loader == null || loader == ClassLoader.getPlatformClassLoader()
            ? ClassLoader.getSystemClassLoader()
            : loader;
    for (int i = 0; i < signs.size(); i++) {
      if (asked.getResource(signs.get(i)) != null) {
        return true;
      }
    }
    return false;
  }

  /** The class files that say that a library is there. */
  List<String> signs() {
    return List.copyOf(signs);
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
    List<HookLine> lines = byInternalName.get(internalName);
    List<Hook> hooks = new ArrayList<>(lines == null ? 0 : lines.size());
    if (lines != null) {
      addHooks(lines, hooks);
    }
    return hooks;
  }

  private static void addHooks(List<HookLine> lines, List<Hook> into) {
    for (int i = 0; i < lines.size(); i++) {
      into.add(lines.get(i).hook());
    }
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
    List<Hook> naming = of(internalName);
    List<HookLine> implementations = byInterface.get(internalName);
    if (implementations != null) {
      addHooks(implementations, naming);
    }
    return naming;
  }

  /** The hooks of the interfaces that a class file declares to implement, and of its superclass. */
  public List<Hook> ofInterfacesIn(byte[] classFile) {
    List<Hook> found = List.of();
    List<String> interfaces = ClassFileInterfaces.of(classFile);
    for (int i = 0; i < interfaces.size(); i++) {
      List<HookLine> lines = byInterface.get(interfaces.get(i));
      if (lines != null) {
        if (found.isEmpty()) {
          found = new ArrayList<>(lines.size());
        }
        addHooks(lines, found);
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
    for (List<HookLine> lines : byInternalName.values()) {
      addHooks(lines, all);
    }
    for (List<HookLine> lines : byInterface.values()) {
      addHooks(lines, all);
    }
    return all;
  }
}
