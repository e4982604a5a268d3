package ai.automagik.tracing.agent;

import ai.automagik.tracing.core.config.Config;
import ai.automagik.tracing.store.Run;
import ai.automagik.tracing.store.RunInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks, in the order of the way of a span, at everything that can keep it from being seen. */
final class Examination {
  private static final String ATTACH =
      "Start the application with java -javaagent:automagik-tracing.jar";

  private final Config config;
  private final List<String> problems;
  private final Path spool;
  private final List<Finding> findings = new ArrayList<>();

  Examination(Config config, List<String> problems, Path spool) {
    this.config = config;
    this.problems = problems;
    this.spool = spool;
  }

  List<Finding> findings() {
    switches();
    for (String problem : problems) {
      findings.add(Finding.wrong(problem, "Correct the value; until then the default holds."));
    }
    spoolFolder();
    runningJvms();
    newestRun();
    return findings;
  }

  private void switches() {
    String off = config.offReason();
    findings.add(
        off == null
            ? Finding.fine("Tracing is on for JVMs that are started here")
            : Finding.wrong(
                "Tracing is off for JVMs that are started here: " + off,
                "Undo that; 'status' shows every setting and where it is from."));
  }

  private void spoolFolder() {
    Path existing = spool.toAbsolutePath();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing != null && Files.isDirectory(existing)) {
      try {
        Path probe = Files.createTempFile(existing, "doctor", ".tmp");
        Files.delete(probe);
        findings.add(Finding.fine("The spool can be written: " + spool));
        return;
      } catch (IOException | RuntimeException refused) {
        // told below
      }
    }
    findings.add(
        Finding.wrong(
            "The spool cannot be written: " + spool,
            "Give this user the right to write "
                + existing
                + ", or set AUTOMAGIK_HOME to another folder."));
  }

  private void runningJvms() {
    JvmProcesses jvms = JvmProcesses.visible();
    if (jvms.attached().isEmpty()) {
      String toolOptions = System.getenv("JAVA_TOOL_OPTIONS");
      boolean inherited = toolOptions != null && toolOptions.contains("automagik-tracing");
      findings.add(
          Finding.note(
              "No running JVM has -javaagent:automagik-tracing.jar on its command line ("
                  + jvms.total()
                  + " JVMs seen)",
              inherited
                  ? "JAVA_TOOL_OPTIONS names it here, so JVMs that are started here get it."
                  : ATTACH + "; its position before -jar or the main class matters."));
    } else {
      findings.add(
          Finding.fine("The agent is attached to pid " + String.join(", ", jvms.attached())));
    }
  }

  private void newestRun() {
    List<Run> runs = StatusCommand.recentRuns(spool, 1);
    if (runs.isEmpty()) {
      findings.add(
          Finding.note(
              "No JVM with the agent has called an LLM library yet",
              ATTACH
                  + ", and let it make a call. The first cut traces LangChain4j 1.0 and newer; a"
                  + " JVM without it writes nothing at all. automagik.log=info says when one is"
                  + " seen."));
      return;
    }
    Run run = runs.get(0);
    RunInfo info = run.info();
    if (info == null) {
      findings.add(
          Finding.note(
              "The newest run, " + run.id() + ", has no run.json", "Its JVM died at once."));
      return;
    }
    String who = "The newest run (" + info.service() + ", " + run.id() + ")";
    RunHealth health = RunHealth.of(info);
    String reason = info.spool().reason();
    if (reason != null) {
      findings.add(
          Finding.wrong(
              who + " could not write its spool: " + reason, "Make room, or set AUTOMAGIK_HOME."));
    } else if (!health.healthy()) {
      findings.add(
          Finding.wrong(
              who + " lost spans: " + health.sentence(),
              "Raise AUTOMAGIK_TRACE_QUEUE_SIZE or AUTOMAGIK_BUFFER_MAX_MB."));
    } else {
      findings.add(Finding.fine(who + " recorded spans: " + health.sentence()));
    }
    for (RunInfo.ModuleInfo module : info.modules()) {
      if (module.state().equals("unplugged")) {
        findings.add(
            Finding.wrong(
                ModuleLine.of(module),
                "This version of the library is not understood; please report it."));
      } else if (module.failures() > 0 || !module.unmatched().isEmpty()) {
        findings.add(Finding.note(ModuleLine.of(module), "Parts of its spans may be missing."));
      } else {
        findings.add(Finding.fine(ModuleLine.of(module)));
      }
    }
  }
}
