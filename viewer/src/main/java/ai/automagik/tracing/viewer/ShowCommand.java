package ai.automagik.tracing.viewer;

import ai.automagik.tracing.store.Spool;
import ai.automagik.tracing.store.Trace;
import ai.automagik.tracing.store.TraceLookup;
import ai.automagik.tracing.store.TraceSummary;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that shows one trace. Exit code 1 when none or several match. */
@Command(name = "show", description = "Show one trace: its spans, messages, tool calls and errors.")
public final class ShowCommand implements Callable<Integer> {
  private static final int NOT_FOUND = 1;
  private static final Pattern ID_PREFIX = Pattern.compile("[0-9a-fA-F]{1,32}");

  private final Path spoolFolder;
  private final Terminal terminal;
  private final Clock clock;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(
      paramLabel = "ID",
      description =
          "The first digits of a trace id (or of a span id), or 'last' for the newest trace.")
  private String id = "";

  @Option(
      names = "--full",
      description = "Cut nothing: every message, whole texts and stack traces.")
  private boolean full;

  @Option(
      names = "--no-content",
      description = "Leave out messages, arguments, results and error texts.")
  private boolean withoutContent;

  /**
   * @param spoolFolder holds one folder for each run; need not exist
   */
  public ShowCommand(Path spoolFolder, Terminal terminal) {
    this(spoolFolder, terminal, Clock.system(ZoneId.systemDefault()));
  }

  ShowCommand(Path spoolFolder, Terminal terminal, Clock clock) {
    this.spoolFolder = spoolFolder;
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    TraceLookup lookup = look(new Spool(spoolFolder, clock));
    lookup.notes().forEach(terminal::note);
    int exitCode = NOT_FOUND;
    if (lookup instanceof TraceLookup.Found found) {
      show(found.trace());
      exitCode = 0;
    } else if (lookup instanceof TraceLookup.Several several) {
      listCandidates(several);
    } else {
      String list = CommandNames.sibling(spec, "traces");
      terminal.error(
          id.equals("last")
              ? "There are no traces in " + spoolFolder + " yet."
              : "No trace or span has an id that starts with '"
                  + id
                  + "'. To list traces: "
                  + list);
    }
    terminal.flush();
    return exitCode;
  }

  private TraceLookup look(Spool spool) {
    if (id.equals("last")) {
      return spool.newest();
    }
    return ID_PREFIX.matcher(id).matches() ? spool.find(id) : new TraceLookup.NotFound(List.of());
  }

  private void show(Trace trace) {
    if (output.json) {
      terminal.json(TraceJson.trace(trace, clock.millis(), !withoutContent));
    } else {
      new TraceText(terminal, terminal.style(output.color), clock, full, !withoutContent)
          .print(trace);
    }
  }

  private void listCandidates(TraceLookup.Several several) {
    terminal.error(
        Figures.plural(several.matchingCount(), "trace")
            + " match '"
            + id
            + "'; give more digits of one:");
    for (TraceSummary candidate : several.candidates()) {
      terminal.error(
          "  "
              + candidate.traceId()
              + "  "
              + Times.local(candidate.startNanos(), clock.getZone())
              + "  "
              + candidate.name());
    }
    if (several.matchingCount() > several.candidates().size()) {
      terminal.error("  ...");
    }
  }
}
