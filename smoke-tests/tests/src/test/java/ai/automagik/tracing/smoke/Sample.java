package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Library;
import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.smoke.Lab.Servers;
import ai.automagik.tracing.testing.FakeLlmServer;
import ai.automagik.tracing.testing.JavaProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A sample application, run at most once per platform with and once without the agent.
 *
 * @param family the module that it is in, without {@code -app}; its libraries are in the modules
 *     {@code libraries-<family>-floor} and {@code libraries-<family>-newest}
 * @param arguments of the command line, asked for when the program is started
 */
record Sample(String family, String mainClass, Supplier<List<String>> arguments) {
  private static final String LANGCHAIN4J = "langchain4j";

  static final Sample TRAVEL = travel("TravelApp", () -> Servers.TRAVEL);
  static final Sample STREAM = travel("StreamApp", () -> Servers.STREAM);
  static final Sample ERROR = travel("ErrorApp", () -> Servers.ERRORS);
  static final Sample HOPS = travel("HopsApp");
  static final Sample RAG = travel("RagApp");
  static final Sample HELLO = travel("HelloApp");

  /** How many calls {@link #LOOP} makes. */
  static final int LOOP_CALLS = 5;

  static final Sample LOOP =
      new Sample(
          LANGCHAIN4J,
          "com.example.travel.LoopApp",
          () -> List.of(Servers.LOOP.baseUrl(), String.valueOf(LOOP_CALLS)));

  /** A run with the agent, and the home that it left behind. */
  record Traced(JavaProgram.Result result, Recording recording) {}

  private static final Map<String, Traced> RUNS = new ConcurrentHashMap<>();

  private static Sample travel(String simpleName) {
    return new Sample(LANGCHAIN4J, "com.example.travel." + simpleName, List::of);
  }

  private static Sample travel(String simpleName, Supplier<FakeLlmServer> server) {
    return new Sample(
        LANGCHAIN4J, "com.example.travel." + simpleName, () -> List.of(server.get().baseUrl()));
  }

  String simpleName() {
    return mainClass.substring(mainClass.lastIndexOf('.') + 1);
  }

  /** The application's own jar. */
  Path jar() {
    return Lab.MODULES.resolve(family + "-app/target/" + family + "-app.jar");
  }

  /** A folder of the jars that it needs. */
  Path libraries(Library library) {
    return library.folder(family);
  }

  JavaProgram.Result plain(Platform platform) {
    return run(platform, false).result();
  }

  Traced traced(Platform platform) {
    return run(platform, true);
  }

  private Traced run(Platform platform, boolean traced) {
    return RUNS.computeIfAbsent(
        mainClass + " " + platform + " " + traced, key -> start(platform, traced));
  }

  private Traced start(Platform platform, boolean traced) {
    Path home = Lab.freshHome();
    JavaProgram.Builder program =
        Lab.bare()
            .javaHome(platform.javaHome())
            .home(home)
            .classPath(jar())
            .classPathFolder(libraries(platform.library()))
            .mainClass(mainClass)
            .arguments(arguments.get().toArray(new String[0]));
    if (traced) {
      program.jvmArguments(Lab.agent());
    }
    try {
      return new Traced(program.run(Lab.TIMEOUT_MILLIS), new Recording(home));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return simpleName();
  }
}
