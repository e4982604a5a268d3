package ai.automagik.tracing.viewer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import picocli.CommandLine;

/** Runs the commands on a spool, at a fixed moment, one hour east of Greenwich. */
record CommandRunner(Path folder, int columns, boolean terminal, Charset charset) {

  /** What a command did. */
  record Result(int exitCode, String out, String err) {}

  CommandRunner(Path folder) {
    this(folder, 100, false, UTF_8);
  }

  Result run(String... arguments) {
    Clock clock = Clock.fixed(Instant.ofEpochMilli(SampleSpool.NOW_MILLIS), ZoneOffset.ofHours(1));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal target = new Terminal(out, err, columns, terminal, charset);
    CommandLine root = new CommandLine(CommandLine.Model.CommandSpec.create().name("tracing"));
    root.addSubcommand(new TracesCommand(folder, target, clock));
    root.addSubcommand(new ShowCommand(folder, target, clock));
    root.setOut(target.out());
    root.setErr(target.err());
    int exitCode = root.execute(arguments);
    target.flush();
    return new Result(exitCode, out.toString(), err.toString());
  }
}
