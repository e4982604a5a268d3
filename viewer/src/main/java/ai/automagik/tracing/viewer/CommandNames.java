package ai.automagik.tracing.viewer;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Names other commands the way the user would have to type them. */
final class CommandNames {
  private CommandNames() {}

  static String sibling(@Nullable CommandSpec spec, String name) {
    return spec == null || spec.parent() == null
        ? name
        : spec.parent().qualifiedName() + " " + name;
  }
}
