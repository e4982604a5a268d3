package ai.automagik.tracing.viewer;

import ai.automagik.tracing.store.Spool;
import ai.automagik.tracing.store.TraceList;
import ai.automagik.tracing.store.TraceQuery;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that lists traces. Exit code 0, also when there are none. */
@Command(name = "traces", description = "List recorded traces, newest first.")
public final class TracesCommand implements Callable<Integer> {
  private final Path spoolFolder;
  private final Terminal terminal;
  private final Clock clock;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Show at most N traces (default: ${DEFAULT-VALUE}).")
  private int limit = 20;

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description = "Only traces in which this service took part.")
  private @Nullable String service;

  @Option(names = "--errors", description = "Only traces in which something failed.")
  private boolean errorsOnly;

  @Option(
      names = "--since",
      paramLabel = "AGE",
      converter = SinceConverter.class,
      description = "Only traces that started within this time: 45s, 30m, 1h, 2d.")
  private @Nullable Duration since;

  /**
   * @param spoolFolder holds one folder for each run; need not exist
   */
  public TracesCommand(Path spoolFolder, Terminal terminal) {
    this(spoolFolder, terminal, Clock.system(ZoneId.systemDefault()));
  }

  TracesCommand(Path spoolFolder, Terminal terminal, Clock clock) {
    this.spoolFolder = spoolFolder;
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (limit < 1 && spec != null) {
      throw new ParameterException(spec.commandLine(), "--limit must be 1 or more");
    }
    TraceList list =
        new Spool(spoolFolder, clock)
            .list(
                new TraceQuery(
                    limit,
                    service,
                    errorsOnly,
                    since == null ? null : clock.instant().minus(since)));
    list.notes().forEach(terminal::note);
    if (output.json) {
      terminal.json(TraceJson.summaries(list, clock.millis()));
    } else if (list.traces().isEmpty()) {
      terminal.out().println(emptyLine(list));
    } else {
      new TraceTable(terminal, terminal.style(output.color), clock)
          .print(list, CommandNames.sibling(spec, "show"));
    }
    terminal.flush();
    return 0;
  }

  private String emptyLine(TraceList list) {
    String folder = SafeText.line(spoolFolder.toString());
    return list.storedCount() > 0
        ? "No trace matches; " + Figures.plural(list.storedCount(), "trace") + " in " + folder + "."
        : "No traces in "
            + folder
            + " yet. Run an application with the agent, or find out what is missing: "
            + CommandNames.sibling(spec, "doctor");
  }
}
