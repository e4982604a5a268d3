package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.smoke.Lab.Servers;
import ai.automagik.tracing.testing.JavaProgram;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sample applications, each run at most once per platform with and once without the agent. */
enum Sample {
  TRAVEL("TravelApp"),
  STREAM("StreamApp"),
  ERROR("ErrorApp"),
  LOOP("LoopApp"),
  HOPS("HopsApp"),
  RAG("RagApp"),
  HELLO("HelloApp");

  /** How many calls {@link #LOOP} makes. */
  static final int LOOP_CALLS = 5;

  /** A run with the agent, and the home that it left behind. */
  record Traced(JavaProgram.Result result, Recording recording) {}

  private static final Map<String, Traced> RUNS = new ConcurrentHashMap<>();

  private final String simpleName;

  Sample(String simpleName) {
    this.simpleName = simpleName;
  }

  String simpleName() {
    return simpleName;
  }

  String mainClass() {
    return "com.example.travel." + simpleName;
  }

  String[] arguments() {
    return switch (this) {
      case TRAVEL -> new String[] {Servers.TRAVEL.baseUrl()};
      case STREAM -> new String[] {Servers.STREAM.baseUrl()};
      case ERROR -> new String[] {Servers.ERRORS.baseUrl()};
      case LOOP -> new String[] {Servers.LOOP.baseUrl(), String.valueOf(LOOP_CALLS)};
      case HOPS, RAG, HELLO -> new String[0];
    };
  }

  JavaProgram.Result plain(Platform platform) {
    return run(platform, false).result();
  }

  Traced traced(Platform platform) {
    return run(platform, true);
  }

  private Traced run(Platform platform, boolean traced) {
    return RUNS.computeIfAbsent(
        this + " " + platform + " " + traced, key -> start(platform, traced));
  }

  private Traced start(Platform platform, boolean traced) {
    Path home = Lab.freshHome();
    JavaProgram.Builder program =
        Lab.bare()
            .javaHome(platform.javaHome())
            .home(home)
            .classPath(Lab.APP)
            .classPathFolder(platform.library().folder())
            .mainClass(mainClass())
            .arguments(arguments());
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
}
