package ai.automagik.tracing.agent;

import ai.automagik.tracing.core.config.Config;
import ai.automagik.tracing.core.config.Options;
import ai.automagik.tracing.core.config.Setting;
import ai.automagik.tracing.core.instrumentation.Hooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The instrumentation modules that the user switched off, held against those that there are.
 * Immutable.
 *
 * @param disabled their names, as they were given
 * @param problems one line for each name that no module has
 */
record ModuleSwitches(List<String> disabled, List<String> problems) {

  static ModuleSwitches of(Config config, Hooks hooks) {
    Setting<List<String>> setting = config.setting(Options.MODULES_DISABLED);
    List<String> disabled = setting.value() == null ? List.of() : setting.value();
    Set<String> modules = hooks.modules();
    List<String> problems = new ArrayList<>();
    for (String name : disabled) {
      if (!modules.contains(name)) {
        problems.add(
            setting.source()
                + " names \""
                + name
                + "\", expected some of "
                + String.join(", ", modules)
                + "; it switches nothing off");
      }
    }
    return new ModuleSwitches(disabled, problems);
  }
}
