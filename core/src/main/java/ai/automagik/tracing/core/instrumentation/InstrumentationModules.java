package ai.automagik.tracing.core.instrumentation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All instrumentation modules of this JVM, by name. Immutable; the modules themselves change. */
public final class InstrumentationModules {
  private final Map<String, InstrumentationModule> byName = new TreeMap<>();

  /** One for each name in the hooks. */
  public InstrumentationModules(Hooks hooks) {
    this(hooks, List.of());
  }

  /**
   * One for each name in the hooks.
   *
   * @param disabled the names of those that the user switched off
   */
  public InstrumentationModules(Hooks hooks, Collection<String> disabled) {
    for (String name : hooks.modules()) {
      byName.put(name, new InstrumentationModule(name, !disabled.contains(name)));
    }
  }

  /** The module of that name; null when no hook names it. */
  public @Nullable InstrumentationModule get(String name) {
    return byName.get(name);
  }

  /** In alphabetical order. */
  public List<InstrumentationModule> all() {
    return new ArrayList<>(byName.values());
  }
}
