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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A sample application, run at most once per platform with and once without the agent.
 *
 * @param family the module that it is in, without {@code -app}; its libraries are in the modules
 *     {@code libraries-<family>-floor} and {@code libraries-<family>-newest}
 * @param oldest the oldest version of the library that it runs on; what runs on the newest only is
 *     in the module {@code <family>-newest-app}
 * @param arguments of the command line, asked for when the program is started
 */
record Sample(String family, Library oldest, String mainClass, Supplier<List<String>> arguments) {
  private static final String LANGCHAIN4J = "langchain4j";
  private static final String SERVICES = "langchain4j-services";

  static final Sample TRAVEL = travel("TravelApp", () -> Servers.TRAVEL);
  static final Sample STREAM = travel("StreamApp", () -> Servers.STREAM);
  static final Sample ERROR = travel("ErrorApp", () -> Servers.ERRORS);
  static final Sample BROKEN_STREAMS = travel("BrokenStreamsApp", () -> Servers.BROKEN);
  static final Sample BROKEN_CALLS = travel("BrokenCallsApp", () -> Servers.BROKEN);
  static final Sample HOPS = travel("HopsApp");
  static final Sample HAND_OVER = travel("HandOverApp");
  static final Sample STRAY = travel("StrayApp");
  static final Sample REACTOR = reactive("ReactorApp");
  static final Sample RXJAVA = reactive("RxJavaApp");
  static final Sample MUTINY = reactive("MutinyApp");
  static final Sample RAG = travel("RagApp");
  static final Sample AUGMENT = travel("AugmentApp");
  static final Sample RETRIEVERS = travel("RetrieversApp");
  static final Sample INGEST = travel("IngestApp");
  static final Sample SPECIALISTS = travel("SpecialistsApp", () -> Servers.LOOP);
  static final Sample MULTIMODAL = travel("MultimodalApp", () -> Servers.LOOP);

  /** For the newest library only. */
  static final Sample LISTENERS =
      new Sample(LANGCHAIN4J, Library.NEWEST, "com.example.newest.ListenersApp", List::of);

  /** For the newest library only. */
  static final Sample MEDIA =
      new Sample(
          LANGCHAIN4J,
          Library.NEWEST,
          "com.example.newest.MediaApp",
          () -> List.of(Servers.LOOP.baseUrl()));

  static final Sample HELLO = travel("HelloApp");
  static final Sample ANSWERS = services(Library.FLOOR, "AnswersApp");
  static final Sample STREAMED_ANSWERS = services(Library.FLOOR, "StreamedAnswersApp");
  static final Sample PROMPTS = services(Library.FLOOR, "PromptsApp");
  static final Sample TOOLS = services(Library.FLOOR, "ToolsApp");
  static final Sample MODERATE = services(Library.FLOOR, "ModerateApp");
  static final Sample GUARDRAILS = services(Library.NEWEST, "GuardrailsApp");
  static final Sample NEW_TOOLS = services(Library.NEWEST, "NewToolsApp");

  static final Sample WORKFLOW = newsroom("WorkflowApp");
  static final Sample SUPERVISOR = newsroom("SupervisorApp");
  static final Sample RECOVERY = newsroom("RecoveryApp");
  static final Sample PLANNER = newsroom("PlannerApp");
  static final Sample EVENING = newsroom("EveningApp");
  static final Sample A2A = newsroom("A2aApp");

  static final Sample AGENTSCOPE =
      new Sample("agentscope", Library.FLOOR, "com.example.agentscope.CounterApp", List::of);

  static final Sample KOOG =
      new Sample(
          "koog", Library.FLOOR, "com.example.koog.KoogApp", () -> List.of(Servers.HTTP.rootUrl()));

  static final Sample ADK_GUIDE =
      new Sample("adk", Library.FLOOR, "com.example.adk.GuideApp", List::of);

  static final Sample LANGGRAPH4J =
      new Sample("langgraph4j", Library.FLOOR, "com.example.graph.DeskApp", List::of);

  static final Sample SEMANTIC_KERNEL =
      new Sample(
          "semantic-kernel",
          Library.FLOOR,
          "com.example.kernel.KernelApp",
          () -> List.of(Servers.AGENTS.rootUrl()));

  /** Where two run at once, each needs a server of its own. */
  static final Sample SPRING_AI =
      new Sample(
          "spring-ai",
          Library.FLOOR,
          "com.example.springai.SpringAiApp",
          () -> List.of(Servers.AGENTS.rootUrl()));

  static final Sample SPRING_AI_ALIBABA =
      new Sample(
          "spring-ai-alibaba",
          Library.FLOOR,
          "com.example.alibaba.TourApp",
          () -> List.of(Servers.AGENTS.rootUrl()));

  static final Sample SPRING_BOOT =
      new Sample(
          "springboot",
          Library.FLOOR,
          "com.example.springboot.SpringBootApp",
          () -> List.of("--llm=" + Servers.STREAM.baseUrl()));

  /** How many calls {@link #LOOP} makes. */
  static final int LOOP_CALLS = 5;

  static final Sample LOOP =
      new Sample(
          LANGCHAIN4J,
          Library.FLOOR,
          "com.example.travel.LoopApp",
          () -> List.of(Servers.LOOP.baseUrl(), String.valueOf(LOOP_CALLS)));

  static final Sample MCP =
      mcp("McpApp", () -> List.of(Servers.MCP_MODEL.baseUrl(), Servers.MCP.sseUrl()));
  static final Sample MCP_REQUESTS = mcp("RequestsApp", () -> List.of(Servers.MCP.sseUrl()));
  static final Sample MCP_FAULTS = mcp("FaultsApp", () -> List.of(Servers.MCP.sseUrl()));

  /** Runs on the newest version only. */
  static final Sample MCP_STREAMABLE = mcp("StreamableApp", () -> List.of(Servers.MCP.url()));

  static final Sample MCP_SDK_REQUESTS = mcpSdk("RequestsApp", () -> List.of(Servers.MCP.sseUrl()));
  static final Sample MCP_SDK_AGENT = mcpSdk("AsyncApp", () -> List.of(Servers.MCP.sseUrl()));
  static final Sample MCP_SDK_NOTES = mcpSdk("NotesApp", List::of);

  /** Runs on the newest version only. */
  static final Sample MCP_SDK_STREAMABLE = mcpSdk("StreamableApp", List::of);

  /** A run with the agent, and the home that it left behind. */
  record Traced(JavaProgram.Result result, Recording recording) {}

  private static final Map<String, FutureTask<Traced>> RUNS = new ConcurrentHashMap<>();

  private static Sample travel(String simpleName) {
    return new Sample(LANGCHAIN4J, Library.FLOOR, "com.example.travel." + simpleName, List::of);
  }

  private static Sample reactive(String simpleName) {
    return new Sample("reactive", Library.FLOOR, "com.example.reactive." + simpleName, List::of);
  }

  private static Sample travel(String simpleName, Supplier<FakeLlmServer> server) {
    return new Sample(
        LANGCHAIN4J,
        Library.FLOOR,
        "com.example.travel." + simpleName,
        () -> List.of(server.get().baseUrl()));
  }

  private static Sample services(Library oldest, String simpleName) {
    return new Sample(
        SERVICES,
        oldest,
        "com.example.services." + simpleName,
        () -> List.of(Servers.SERVICES.baseUrl()));
  }

  /** An application that runs on every version of its libraries. */
  Sample(String family, String mainClass, Supplier<List<String>> arguments) {
    this(family, Library.FLOOR, mainClass, arguments);
  }

  /** All platforms on which it runs. */
  List<Platform> platforms() {
    return Lab.platforms().stream()
        .filter(platform -> platform.library().compareTo(oldest) >= 0)
        .toList();
  }

  private static Sample newsroom(String simpleName) {
    return new Sample(
        "agentic",
        Library.FLOOR,
        "com.example.newsroom." + simpleName,
        () -> List.of(Servers.NEWSROOM.baseUrl()));
  }

  private static Sample mcp(String simpleName, Supplier<List<String>> arguments) {
    return new Sample("mcp", Library.FLOOR, "com.example.mcp." + simpleName, arguments);
  }

  private static Sample mcpSdk(String simpleName, Supplier<List<String>> arguments) {
    return new Sample("mcp-sdk", Library.FLOOR, "com.example.mcpsdk." + simpleName, arguments);
  }

  String simpleName() {
    return mainClass.substring(mainClass.lastIndexOf('.') + 1);
  }

  /** The application's own jar. */
  Path jar() {
    String module = family + (oldest == Library.FLOOR ? "-app" : "-newest-app");
    return Lab.MODULES.resolve(module + "/target/" + module + ".jar");
  }

  /** A folder of the jars that it needs. */
  Path libraries(Library library) {
    return library.folder(family);
  }

  /** The run without the agent. */
  JavaProgram.Result plain(Platform platform) {
    return run(platform, false).result();
  }

  Traced traced(Platform platform) {
    return run(platform, true);
  }

  private Traced run(Platform platform, boolean traced) {
    FutureTask<Traced> wanted =
        RUNS.computeIfAbsent(
            mainClass + " " + platform + " " + traced,
            key ->
                new FutureTask<>(
                    () -> start(platform.javaHome(), libraries(platform.library()), traced)));
    wanted.run(); // once; whoever comes later waits below
    try {
      return wanted.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Runs the application on any folder of libraries. */
  Traced start(Path javaHome, Path libraries, boolean traced) {
    Path home = Lab.freshHome();
    JavaProgram.Builder program =
        Lab.bare()
            .javaHome(javaHome)
            .home(home)
            .classPath(jar())
            .classPathFolder(libraries)
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
