package ai.automagik.tracing.viewer;

import picocli.CommandLine.Option;

/** The options that every command of the viewer has. */
final class OutputOptions {
  @Option(names = "--json", description = "Print one JSON document and nothing else.")
  boolean json;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      converter = ColorChoice.Converter.class,
      description =
          "auto (default), always or never. With auto, colour is for terminals, and NO_COLOR is"
              + " honoured.")
  ColorChoice color = ColorChoice.AUTO;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  boolean help;
}
