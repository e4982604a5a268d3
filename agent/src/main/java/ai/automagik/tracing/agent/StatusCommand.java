package ai.automagik.tracing.agent;

import ai.automagik.tracing.core.config.Config;
import ai.automagik.tracing.core.config.Option;
import ai.automagik.tracing.core.config.Options;
import ai.automagik.tracing.core.config.Setting;
import ai.automagik.tracing.store.Run;
import ai.automagik.tracing.store.RunInfo;
import ai.automagik.tracing.store.Spool;
import ai.automagik.tracing.viewer.Terminal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Says whether tracing is on, with which settings, and how recent runs did. */
@Command(
    name = "status",
    description = "Show every setting with its source, why tracing is off, and recent runs.")
final class StatusCommand implements Callable<Integer> {
  private final Config config;
  private final List<String> problems;
  private final Build build;
  private final Path spool;
  private final Terminal terminal;

  @CommandLine.Option(names = "--json", description = "Print one JSON document and nothing else.")
  private boolean json;

  @CommandLine.Option(
      names = "--runs",
      paramLabel = "N",
      description = "Show at most N runs (default: ${DEFAULT-VALUE}).")
  private int maxRuns = 5;

  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  boolean help;

  StatusCommand(Config config, List<String> problems, Build build, Path spool, Terminal terminal) {
    this.config = config;
    this.problems = problems;
    this.build = build;
    this.spool = spool;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Run> runs = recentRuns(spool, maxRuns);
    if (json) {
      terminal.json(document(runs));
    } else {
      print(runs);
    }
    return 0;
  }

  /** Newest first. */
  static List<Run> recentRuns(Path spool, int maxRuns) {
    List<Run> all = new Spool(spool).runs();
    List<Run> newest = new ArrayList<>();
    for (int i = all.size() - 1; i >= 0 && newest.size() < maxRuns; i--) {
      newest.add(all.get(i));
    }
    return newest;
  }

  private void print(List<Run> runs) {
    PrintWriter out = terminal.out();
    String off = config.offReason();
    out.println("automagik-tracing " + build.version());
    out.println("tracing  " + (off == null ? "on, into " + spool : "off: " + off));
    for (String problem : problems) {
      out.println("problem  " + problem);
    }
    out.println();
    out.println("Settings, as a JVM started here would have them:");
    for (Option<?> option : Options.ALL) {
      Setting<?> setting = config.setting(option);
      String value = setting.value() == null ? "-" : String.valueOf(setting.value());
      out.println(
          String.format(Locale.ROOT, "  %-24s %-24s %s", option.name(), value, setting.source()));
    }
    out.println();
    if (runs.isEmpty()) {
      out.println("No runs in " + spool + " yet.");
      return;
    }
    out.println("Recent runs:");
    long now = System.currentTimeMillis();
    for (Run run : runs) {
      printRun(run, now, out);
    }
  }

  private static void printRun(Run run, long now, PrintWriter out) {
    RunInfo info = run.info();
    if (info == null) {
      out.println("  " + run.id() + "  (no run.json)");
      return;
    }
    String state = info.state().equals("ended") ? "ended" : run.alive(now) ? "running" : "died";
    out.println("  " + run.id() + "  " + info.service() + ", pid " + info.pid() + ", " + state);
    out.println("    agent " + info.agentVersion() + ", Java " + info.javaVersion());
    out.println("    spans " + RunHealth.of(info).sentence());
    String spoolOff = info.spool().reason();
    if (spoolOff != null) {
      out.println("    spool off: " + spoolOff);
    }
    for (RunInfo.ModuleInfo module : info.modules()) {
      out.println("    " + ModuleLine.of(module));
    }
  }

  private Map<String, Object> document(List<Run> runs) {
    Map<String, Object> tracing = new LinkedHashMap<>();
    tracing.put("on", config.offReason() == null);
    tracing.put("offReason", config.offReason());
    List<Object> settings = new ArrayList<>();
    for (Option<?> option : Options.ALL) {
      Setting<?> setting = config.setting(option);
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", option.name());
      entry.put("value", setting.value() == null ? null : String.valueOf(setting.value()));
      entry.put("source", setting.source());
      entry.put("property", option.property());
      entry.put("variable", option.variable());
      settings.add(entry);
    }
    List<Object> runDocuments = new ArrayList<>();
    long now = System.currentTimeMillis();
    for (Run run : runs) {
      runDocuments.add(runDocument(run, now));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", build.version());
    document.put("tracing", tracing);
    document.put("spool", spool.toString());
    document.put("problems", new ArrayList<Object>(problems));
    document.put("settings", settings);
    document.put("runs", runDocuments);
    return document;
  }

  private static Map<String, Object> runDocument(Run run, long now) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", run.id());
    document.put("alive", run.alive(now));
    RunInfo info = run.info();
    if (info != null) {
      document.put("service", info.service());
      document.put("pid", info.pid());
      document.put("state", info.state());
      document.put("agentVersion", info.agentVersion());
      document.put("javaVersion", info.javaVersion());
      document.put("spoolState", info.spool().state());
      document.put("spoolReason", info.spool().reason());
      document.put("counters", new LinkedHashMap<String, Object>(info.counters()));
      document.put("healthy", RunHealth.of(info).healthy());
      List<Object> modules = new ArrayList<>();
      for (RunInfo.ModuleInfo module : info.modules()) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", module.name());
        entry.put("state", module.state());
        entry.put("hooks", new ArrayList<Object>(module.hooks()));
        entry.put("unmatched", new ArrayList<Object>(module.unmatched()));
        entry.put("failures", module.failures());
        entry.put("reason", module.reason());
        modules.add(entry);
      }
      document.put("modules", modules);
    }
    return document;
  }
}
