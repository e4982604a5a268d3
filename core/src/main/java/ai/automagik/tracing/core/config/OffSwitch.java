package ai.automagik.tracing.core.config;

import java.io.File;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ways to turn the agent off, in the order in which they are asked. Stateless. */
final class OffSwitch {
  private static final String OPT_OUT_FILE = ".automagik-no-tracing";

  /** Set by build servers. {@code false}, {@code 0} and an empty text mean "not one". */
  private static final String[] CI_VARIABLES = {
    "CI",
    "GITHUB_ACTIONS",
    "GITLAB_CI",
    "JENKINS_URL",
    "JENKINS",
    "CIRCLECI",
    "TRAVIS",
    "BUILDKITE",
    "TEAMCITY_VERSION",
    "TF_BUILD",
  };

  private OffSwitch() {}

  static @Nullable String reason(Config config, Surroundings surroundings) {
    Setting<Boolean> master = config.setting(Options.DISABLE_ALL_TRACING);
    if (Boolean.TRUE.equals(master.value())) {
      return master.source() + " is true";
    }
    if (new File(surroundings.userHome(), OPT_OUT_FILE).exists()) {
      return "the file ~/" + OPT_OUT_FILE + " exists";
    }
    for (Option<Boolean> option : List.of(Options.OBSERVABILITY_ENABLED, Options.TRACE_ENABLED)) {
      Setting<Boolean> setting = config.setting(option);
      if (Boolean.FALSE.equals(setting.value())) {
        return setting.source() + " is false";
      }
    }
    Setting<Boolean> spool = config.setting(Options.SPOOL_ENABLED);
    if (Boolean.FALSE.equals(spool.value())) {
      return spool.source() + " is false, and spans have no other destination";
    }
    String ci = ciVariable(surroundings.variables());
    if (ci != null
        && config.get(Options.DISABLE_IN_CI)
        && !config.get(Options.ENABLE_TRACING_IN_CI)) {
      return "environment "
          + ci
          + " says that this is a build server ("
          + Options.ENABLE_TRACING_IN_CI.variable()
          + "=true turns it on)";
    }
    return null;
  }

  private static @Nullable String ciVariable(Map<String, String> variables) {
    for (String name : CI_VARIABLES) {
      String value = variables.get(name);
      if (value != null
          && !value.isBlank()
          && !value.equalsIgnoreCase("false")
          && !value.equals("0")) {
        return name;
      }
    }
    return null;
  }
}
