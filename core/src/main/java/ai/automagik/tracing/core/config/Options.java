package ai.automagik.tracing.core.config;

import java.util.List;

/**
 * Every setting there is. The documentation, {@code status} and the error messages are rendered
 * from here.
 */
public final class Options {
  /** Where the spool, the cache and the user's configuration file live. */
  public static final Option<String> HOME =
      new Option<>(
          "home",
          Parser.text(),
          null,
          "Folder of the spool, the cache and config.properties. Default: ~/.automagik.");

  /** The master switch. */
  public static final Option<Boolean> DISABLE_ALL_TRACING =
      new Option<>("disable.all.tracing", Parser.bool(), false, "Turns the agent off altogether.");

  /** The switch of the observability layer. */
  public static final Option<Boolean> OBSERVABILITY_ENABLED =
      new Option<>(
          "observability.enabled",
          Parser.bool(),
          true,
          "Records spans. When false, nothing is woven and nothing is written.");

  /** The same under the names that sister products use. One false is enough. */
  public static final Option<Boolean> TRACE_ENABLED =
      new Option<>(
          "trace.enabled",
          Parser.bool(),
          true,
          "The same under other names: one false is enough.",
          "trace.enabled",
          "automagik.tracing.enabled");

  /** Overrides the rule that tracing is off on a build server. */
  public static final Option<Boolean> ENABLE_TRACING_IN_CI =
      new Option<>(
          "enable.tracing.in.ci",
          Parser.bool(),
          false,
          "Traces on build servers too, where tracing is off by default.");

  /** Whether a build server turns tracing off. */
  public static final Option<Boolean> DISABLE_IN_CI =
      new Option<>(
          "disable.in.ci",
          Parser.bool(),
          true,
          "Turns tracing off when a build server is detected.");

  /** The name under which the application's traces appear. */
  public static final Option<String> SERVICE_NAME =
      new Option<>(
          "service.name",
          Parser.text(),
          null,
          "Name of the application in its traces. Default: the main class or the jar.",
          "otel.service.name");

  /** Capacity of the queue between the application and the spool, in spans. */
  public static final Option<Integer> QUEUE_SIZE =
      new Option<>(
          "trace.queue.size",
          Parser.integer(64, 1_000_000),
          10_000,
          "Finished spans held before new ones are dropped and counted. Rounded up to a power of two.");

  /** Bytes of span content that may wait in all stages together, in MB. */
  public static final Option<Integer> BUFFER_MAX_MB =
      new Option<>(
          "buffer.max.mb",
          Parser.integer(1, 48),
          32,
          "Content of waiting spans, in MB, before new ones are dropped and counted.");

  /** How long a streamed answer may be silent before it is given up, in seconds. */
  public static final Option<Integer> STREAM_IDLE_SECONDS =
      new Option<>(
          "stream.idle.seconds",
          Parser.integer(1, 86_400),
          600,
          "Seconds of silence after which the span of a streamed answer ends as idle_timeout.");

  /** Whether spans are written to the local spool. */
  public static final Option<Boolean> SPOOL_ENABLED =
      new Option<>("spool.enabled", Parser.bool(), true, "Writes every span to the local spool.");

  /** Cap of the whole spool folder, in MB; the oldest runs go first. */
  public static final Option<Integer> SPOOL_MAX_MB =
      new Option<>(
          "spool.max.mb",
          Parser.integer(16, 1_048_576),
          1024,
          "Size of the spool folder, in MB, before the oldest runs are removed.");

  /** Age at which a run is removed from the spool, in days. */
  public static final Option<Integer> SPOOL_MAX_AGE_DAYS =
      new Option<>(
          "spool.max.age.days",
          Parser.integer(1, 36_500),
          30,
          "Days before a run is removed from the spool.",
          "trace.max.age.days");

  /** Whether MCP servers are told which trace a request belongs to. */
  public static final Option<Boolean> MCP_PROPAGATION =
      new Option<>(
          "mcp.propagation",
          Parser.bool(),
          true,
          "Tells MCP servers which span a request belongs to, in `params._meta.traceparent`.");

  /** Which HTTP requests are calls of models, besides those that the agent knows. */
  public static final Option<List<String>> HTTP_LLM_ENDPOINTS =
      new Option<>(
          "http.llm-endpoints",
          Parser.list("host[:port]/path=dialect"),
          null,
          "Further HTTP endpoints that are calls of models, such as a gateway's:"
              + " `gateway.example/llm/{model}/complete=openai.chat`. `*` stands for any host, the"
              + " path may have anything before it.");

  /** Which HTTP requests are traced. */
  public static final Option<String> HTTP_SPANS =
      new Option<>(
          "http.spans",
          Parser.oneOf("llm", "all"),
          "llm",
          "`all` traces every other HTTP request too, as a plain span with method, URL and status."
              + " The values in the URL's query are left out.");

  /** Whether woven classes are kept for the next start. */
  public static final Option<Boolean> WOVEN_CACHE =
      new Option<>(
          "woven.cache",
          Parser.bool(),
          true,
          "Keeps woven classes for the next start, which then needs no weaving.");

  /** Instrumentation modules that are switched off, by name. */
  public static final Option<List<String>> MODULES_DISABLED =
      new Option<>(
          "modules.disabled",
          Parser.words(),
          null,
          "Instrumentation modules that are not to trace, such as concurrency. `status` lists them all.");

  /** What the agent may print. */
  public static final Option<String> LOG =
      new Option<>(
          "log",
          Parser.oneOf("off", "info"),
          "off",
          "info prints one line on stderr when the first LLM class is seen.");

  /** In the order in which they are shown. */
  public static final List<Option<?>> ALL =
      List.of(
          DISABLE_ALL_TRACING,
          OBSERVABILITY_ENABLED,
          TRACE_ENABLED,
          DISABLE_IN_CI,
          ENABLE_TRACING_IN_CI,
          HOME,
          SERVICE_NAME,
          SPOOL_ENABLED,
          SPOOL_MAX_MB,
          SPOOL_MAX_AGE_DAYS,
          QUEUE_SIZE,
          BUFFER_MAX_MB,
          STREAM_IDLE_SECONDS,
          MCP_PROPAGATION,
          HTTP_LLM_ENDPOINTS,
          HTTP_SPANS,
          WOVEN_CACHE,
          MODULES_DISABLED,
          LOG);

  private Options() {}
}
