package ai.automagik.tracing.agent;

import ai.automagik.tracing.core.config.Config;
import ai.automagik.tracing.viewer.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Answers "why do I see no spans?". Exit code 1 when something is wrong. */
@Command(name = "doctor", description = "Find out why there are no spans.")
final class DoctorCommand implements Callable<Integer> {
  private final Config config;
  private final List<String> problems;
  private final Build build;
  private final Path spool;
  private final Terminal terminal;

  @Option(names = "--json", description = "Print one JSON document and nothing else.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  boolean help;

  DoctorCommand(Config config, List<String> problems, Build build, Path spool, Terminal terminal) {
    this.config = config;
    this.problems = problems;
    this.build = build;
    this.spool = spool;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Finding> findings = new Examination(config, problems, spool).findings();
    boolean wrong =
        findings.stream().anyMatch(finding -> finding.verdict() == Terminal.Verdict.WRONG);
    if (json) {
      terminal.json(document(findings, wrong));
    } else {
      for (Finding finding : findings) {
        terminal.finding(finding.verdict(), finding.what());
        if (finding.remedy() != null) {
          terminal.out().println("    " + finding.remedy());
        }
      }
    }
    return wrong ? 1 : 0;
  }

  private Map<String, Object> document(List<Finding> findings, boolean wrong) {
    List<Object> list = new ArrayList<>();
    for (Finding finding : findings) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("verdict", finding.verdict().name().toLowerCase(Locale.ROOT));
      entry.put("what", finding.what());
      entry.put("remedy", finding.remedy());
      list.add(entry);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", build.version());
    document.put("ok", !wrong);
    document.put("findings", list);
    return document;
  }
}
