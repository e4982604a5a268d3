package ai.automagik.tracing.agent;

import ai.automagik.tracing.core.config.Config;
import ai.automagik.tracing.core.config.Surroundings;
import ai.automagik.tracing.viewer.ShowCommand;
import ai.automagik.tracing.viewer.Terminal;
import ai.automagik.tracing.viewer.TracesCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The other face of the jar: {@code java -jar automagik-tracing.jar <command>}. Exit code 0, 1 when
 * something was not found or is wrong, 2 for a wrong command line.
 */
@Command(
    name = "automagik-tracing",
    description = "Reads what the agent has recorded.",
    mixinStandardHelpOptions = true,
    versionProvider = Reader.Version.class,
    footer = {
      "",
      "To record: java -javaagent:automagik-tracing.jar -jar app.jar",
    })
public final class Reader implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  private Reader() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    Terminal terminal = Terminal.system();
    int exitCode = commandLine(terminal, Surroundings.ofThisJvm("")).execute(arguments);
    terminal.flush();
    System.exit(exitCode);
  }

  static CommandLine commandLine(Terminal terminal, Surroundings surroundings) {
    Config config = Config.load(surroundings);
    List<String> problems = new ArrayList<>(config.problems());
    try {
      problems.addAll(ModuleSwitches.of(config, Recorder.hooks()).problems());
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
    Build build = Build.running();
    Path spool = config.home().toPath().resolve("spool");
    return new CommandLine(new Reader())
        .addSubcommand(new TracesCommand(spool, terminal))
        .addSubcommand(new ShowCommand(spool, terminal))
        .addSubcommand(new StatusCommand(config, problems, build, spool, terminal))
        .addSubcommand(new DoctorCommand(config, problems, build, spool, terminal))
        .setOut(terminal.out())
        .setErr(terminal.err());
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "Missing command.");
    }
  }

  /** What {@code --version} prints. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"automagik-tracing " + Build.running().version()};
    }
  }
}
