package ai.automagik.tracing.agent;

import ai.automagik.tracing.store.RunInfo;

/** One instrumentation module of a run, in one line. */
final class ModuleLine {
  private ModuleLine() {}

  static String of(RunInfo.ModuleInfo module) {
    StringBuilder line = new StringBuilder("module ").append(module.name()).append(": ");
    if (module.state().equals("disabled")) {
      return line.append("disabled by modules.disabled").toString();
    }
    if (module.hooks().isEmpty() && module.unmatched().isEmpty() && module.failures() == 0) {
      return line.append("its library was not seen").toString();
    }
    line.append(module.state()).append(", ").append(module.hooks().size()).append(" classes woven");
    if (!module.unmatched().isEmpty()) {
      line.append(", without the expected methods: ").append(String.join(", ", module.unmatched()));
    }
    if (module.failures() > 0) {
      line.append(", ")
          .append(module.failures())
          .append(" failures, the first: ")
          .append(module.reason());
    }
    return line.toString();
  }
}
