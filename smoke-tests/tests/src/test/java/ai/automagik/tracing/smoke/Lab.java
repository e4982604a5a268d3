package ai.automagik.tracing.smoke;

import ai.automagik.tracing.testing.AgentScenarios;
import ai.automagik.tracing.testing.FakeLlmServer;
import ai.automagik.tracing.testing.FakeMcpServer;
import ai.automagik.tracing.testing.HttpScenarios;
import ai.automagik.tracing.testing.JavaHomes;
import ai.automagik.tracing.testing.JavaProgram;
import ai.automagik.tracing.testing.Scenarios;
import ai.automagik.tracing.testing.ServiceScenarios;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What all tests start from: the jar, the sample programs, the libraries, the JDKs. Stateless. */
final class Lab {
  static final long TIMEOUT_MILLIS = 60_000;

  /** The jar under test. */
  static final Path AGENT = path("smoke.agent");

  /** The folder of all modules of the smoke tests. */
  static final Path MODULES = path("smoke.modules");

  /** The instrumentation modules of the agent, in alphabetical order. */
  static final List<String> INSTRUMENTATIONS =
      List.of(
          "agentscope",
          "anthropic-java",
          "aws-bedrock",
          "azure-core",
          "concurrency",
          "embabel",
          "google-adk",
          "google-genai",
          "http-apache4",
          "http-apache5",
          "http-async-http-client",
          "http-aws",
          "http-jdk",
          "http-jetty",
          "http-okhttp",
          "http-reactor-netty",
          "http-urlconnection",
          "http-vertx",
          "jakarta-websocket",
          "jdk-http-server",
          "koog",
          "kotlin-coroutines",
          "langchain4j",
          "langchain4j-agentic",
          "langchain4j-mcp",
          "langgraph4j",
          "mcp-client",
          "mcp-server",
          "mutiny",
          "ollama4j",
          "openai-java",
          "picocli",
          "quarkus-langchain4j",
          "quarkus-rest-client",
          "reactor",
          "rxjava",
          "semantic-kernel",
          "servlet",
          "spring-ai",
          "spring-ai-alibaba",
          "spring-beans",
          "spring-messaging",
          "spring-shell",
          "spring-webflux",
          "spring-websocket",
          "vertx-core",
          "vertx-web");

  /** The programs of the tests, {@code com.example.programs}. */
  static final Path PROGRAMS = path("smoke.programs");

  private static final Path WORK = emptied(path("smoke.work").toAbsolutePath());

  private Lab() {}

  /** The oldest and the newest supported version of a library. */
  enum Library {
    FLOOR,
    NEWEST;

    /** A folder of jars: a library with all that it needs. */
    Path folder(String family) {
      return MODULES.resolve(
          "libraries-" + family + "-" + name().toLowerCase(Locale.ROOT) + "/target/lib");
    }
  }

  /** A Java release together with a version of the library. */
  record Platform(int java, Library library) {
    Path javaHome() {
      return JavaHomes.find(java).orElseThrow();
    }

    @Override
    public String toString() {
      return "Java " + java + ", " + library.name().toLowerCase(Locale.ROOT);
    }
  }

  /** The tested Java releases: 17, or the running one where there is no 17, and 25 if found. */
  static List<Integer> javas() {
    int oldest = JavaHomes.find(17).isPresent() ? 17 : Runtime.version().feature();
    return Stream.of(oldest, 25)
        .distinct()
        .filter(java -> JavaHomes.find(java).isPresent())
        .toList();
  }

  /**
   * The oldest library on the oldest Java and the newest on the newest: each version and each JDK
   * once. With {@code -Dsmoke.sweep=true}, the newest library on all JDKs.
   */
  static List<Platform> platforms() {
    List<Integer> javas = javas();
    List<Platform> platforms = new ArrayList<>();
    platforms.add(new Platform(javas.get(0), Library.FLOOR));
    for (int i = Boolean.getBoolean("smoke.sweep") ? 0 : javas.size() - 1; i < javas.size(); i++) {
      platforms.add(new Platform(javas.get(i), Library.NEWEST));
    }
    return platforms;
  }

  /** Where to run what the oldest library does not have. */
  static List<Platform> newest() {
    return platforms().stream().filter(each -> each.library() == Library.NEWEST).toList();
  }

  /** A program without the agent, on the newest library and the running JDK. */
  static JavaProgram.Builder plain() {
    return bare()
        .classPath(Sample.TRAVEL.jar(), PROGRAMS)
        .classPathFolder(Sample.TRAVEL.libraries(Library.NEWEST));
  }

  /** A program without the agent and without class path; as most are, it ends soon. */
  static JavaProgram.Builder bare() {
    return JavaProgram.builder().jvmArguments("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
  }

  /** A program with the agent, on the newest library and the running JDK. */
  static JavaProgram.Builder traced(Path home) {
    return plain().home(home).jvmArguments(agent());
  }

  static String agent() {
    return agent(AGENT);
  }

  static String agent(Path jar) {
    return "-javaagent:" + jar;
  }

  /** A new, empty user home. It stays until the next run of the tests. */
  static Path freshHome() {
    try {
      return Files.createTempDirectory(WORK, "home");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path emptied(Path folder) {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          if (!path.equals(folder)) {
            Files.delete(path);
          }
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Servers that look at the request only, one for all tests. They end with the JVM. */
  static final class Servers {
    static final FakeLlmServer TRAVEL = Scenarios.demo().start();
    static final FakeLlmServer STREAM = Scenarios.stream().start();
    static final FakeLlmServer ERRORS = Scenarios.errors().start();
    static final FakeLlmServer BROKEN = Scenarios.broken().start();
    static final FakeLlmServer LOOP = Scenarios.loop().start();
    static final FakeLlmServer SERVICES = ServiceScenarios.all().start();
    static final FakeLlmServer NEWSROOM = Scenarios.newsroom().start();
    static final FakeLlmServer AGENTS = AgentScenarios.all().start();
    static final FakeLlmServer MCP_MODEL = Scenarios.mcp().start();
    static final FakeLlmServer HTTP = HttpScenarios.all().start();
    static final FakeMcpServer MCP = Scenarios.mcpServer().start();

    private Servers() {}
  }

  static List<Path> list(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path path(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("run by Maven, which sets " + property);
    }
    return Path.of(value).normalize();
  }
}
