package ai.automagik.tracing.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the logs of a JVM say about one run of a program.
 *
 * @param classes loaded altogether
 * @param agentClasses of the agent itself
 * @param asmClasses of the agent's ASM
 * @param libraryClasses of other libraries in the agent's jar
 * @param metaspaceKilobytes used at the end
 * @param threads started altogether, those of the JVM among them
 */
record JvmCounts(
    int classes,
    int agentClasses,
    int asmClasses,
    int libraryClasses,
    int metaspaceKilobytes,
    int threads) {
  private static final Pattern METASPACE = Pattern.compile("Metaspace +used (\\d+)K");

  /** What makes a JVM write the logs that {@link #read} reads. */
  static List<String> jvmArguments(Path log) {
    return List.of(
        "-Xlog:class+load=info,gc*=info,os+thread=info:file=" + log + ":none:filecount=0",
        // As many threads as there can be, not as many as happened to be needed.
        "-XX:-UseDynamicNumberOfCompilerThreads",
        "-XX:-UseDynamicNumberOfGCThreads");
  }

  /** Reads the logs of a run that has ended. */
  static JvmCounts read(Path log) throws IOException {
    int classes = 0;
    int agentClasses = 0;
    int asmClasses = 0;
    int libraryClasses = 0;
    int metaspaceKilobytes = 0;
    int threads = 0;
    for (String line : Files.readAllLines(log, StandardCharsets.ISO_8859_1)) {
      Matcher metaspace = METASPACE.matcher(line);
      if (line.contains(" source: ")) {
        classes++;
        if (line.startsWith("ai.automagik.tracing.shaded.asm.")) {
          asmClasses++;
        } else if (line.startsWith("ai.automagik.tracing.shaded.")) {
          libraryClasses++;
        } else if (line.startsWith("ai.automagik.tracing.")
            || line.startsWith("java.lang.AutomagikDispatcher ")) {
          agentClasses++;
        }
      } else if (line.startsWith("Thread \"") && line.contains("\" started ")) {
        threads++;
      } else if (metaspace.find()) {
        metaspaceKilobytes = Integer.parseInt(metaspace.group(1));
      }
    }
    return new JvmCounts(
        classes, agentClasses, asmClasses, libraryClasses, metaspaceKilobytes, threads);
  }
}
