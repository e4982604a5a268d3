package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Library;
import ai.automagik.tracing.testing.FakeLlmServer;
import ai.automagik.tracing.testing.HttpScenarios;
import ai.automagik.tracing.testing.JavaProgram;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Runs one program under OpenTelemetry's Java agent and under ours, and says of every attribute
 * that the former reports of a model call, or of the HTTP request for it, whether ours has it too.
 * For {@code ./compare}, which sets the system properties of {@link Lab}, and {@code
 * compare.agent}.
 *
 * <p>Span names and kinds are compared too. Texts, which it writes as log records, are not: ours
 * are attributes of the span.
 */
public final class OpenTelemetryReport {
  private static final String PROGRAM = "com.example.sdk.EveryParameterApp";

  /** Of each run another. */
  private static final Set<String> NAMES_ALONE =
      Set.of("gen_ai.response.id", "server.port", "url.full", "thread.id", "thread.name");

  /** Ours are the words of the conventions and of the provider, not those of a protocol. */
  private static final Set<String> OTHER_WORDS =
      Set.of("gen_ai.response.finish_reasons", "error.type");

  private final Map<String, List<Span>> byTrace = new TreeMap<>();
  private int missing;

  private OpenTelemetryReport() {}

  /** Exits with 1 when something is missing. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path agent = Path.of(System.getProperty("compare.agent"));
    try (FakeLlmServer model = HttpScenarios.all().start()) {
      OpenTelemetryReport report = new OpenTelemetryReport();
      report.runOpenTelemetry(agent, model.baseUrl());
      report.compare(ours(model.baseUrl()));
      System.exit(report.missing == 0 ? 0 : 1);
    }
  }

  private void runOpenTelemetry(Path agent, String model) throws IOException, InterruptedException {
    List<ExportTraceServiceRequest> received = new CopyOnWriteArrayList<>();
    HttpServer collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext("/", exchange -> receive(exchange, received));
    collector.start();
    JavaProgram.Result result =
        program(model)
            .jvmArguments(
                "-javaagent:" + agent,
                "-Dotel.exporter.otlp.endpoint=http://127.0.0.1:"
                    + collector.getAddress().getPort(),
                "-Dotel.metrics.exporter=none",
                "-Dotel.logs.exporter=none",
                "-Dotel.service.name=compared")
            .home(Lab.freshHome())
            .run(Lab.TIMEOUT_MILLIS);
    collector.stop(0);
    if (result.exitCode() != 0) {
      throw new IllegalStateException(result.stderrText());
    }
    received.stream()
        .flatMap(request -> request.getResourceSpansList().stream())
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .flatMap(scope -> scope.getSpansList().stream())
        .forEach(
            span ->
                byTrace
                    .computeIfAbsent(
                        HexFormat.of().formatHex(span.getTraceId().toByteArray()),
                        id -> new ArrayList<>())
                    .add(span));
  }

  private static void receive(HttpExchange exchange, List<ExportTraceServiceRequest> received)
      throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestURI().getPath().equals("/v1/traces")) {
      received.add(ExportTraceServiceRequest.parseFrom(body));
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static List<ai.automagik.tracing.store.Span> ours(String model)
      throws InterruptedException {
    Path home = Lab.freshHome();
    JavaProgram.Result result =
        program(model).jvmArguments(Lab.agent()).home(home).run(Lab.TIMEOUT_MILLIS);
    if (result.exitCode() != 0) {
      throw new IllegalStateException(result.stderrText());
    }
    return new Recording(home).spans();
  }

  private static JavaProgram.Builder program(String model) {
    Sample sample = new Sample("sdk", PROGRAM, List::of);
    return Lab.bare()
        .classPath(sample.jar())
        .classPathFolder(sample.libraries(Library.NEWEST))
        .mainClass(PROGRAM)
        .arguments(model);
  }

  /** A trace of OpenTelemetry's is one call: the SDK's span, and those of its HTTP requests. */
  private void compare(List<ai.automagik.tracing.store.Span> ours) {
    List<List<Span>> calls = new ArrayList<>(byTrace.values());
    calls.sort(Comparator.comparing(call -> root(call).getStartTimeUnixNano()));
    if (calls.size() != ours.size()) {
      say("calls", calls.size() + " by OpenTelemetry's agent, " + ours.size() + " by ours", false);
    }
    for (int i = 0; i < Math.min(calls.size(), ours.size()); i++) {
      compare(calls.get(i), ours.get(i));
    }
    System.out.printf("%d calls, %d missing%n", calls.size(), missing);
  }

  private void compare(List<Span> theirs, ai.automagik.tracing.store.Span our) {
    Span root = root(theirs);
    System.out.println(root.getName());
    if (!root.getName().equals(our.name())) {
      say("name", our.name(), false);
    }
    Map<String, String> attributes = new TreeMap<>();
    for (Span span : theirs) {
      span.getAttributesList()
          .forEach(attribute -> attributes.put(attribute.getKey(), text(attribute.getValue())));
    }
    attributes.forEach(
        (name, value) -> {
          Object actual = our.attributes().values().get(name);
          boolean same =
              actual != null
                  && (NAMES_ALONE.contains(name)
                      || OTHER_WORDS.contains(name)
                      || String.valueOf(actual).equals(value));
          say(name, value + ", ours " + actual, same);
        });
  }

  private static Span root(List<Span> call) {
    return call.stream()
        .filter(span -> span.getParentSpanId().isEmpty())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a trace without a root: " + call));
  }

  private static String text(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case INT_VALUE -> Long.toString(value.getIntValue());
      case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
      case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
      case ARRAY_VALUE ->
          value.getArrayValue().getValuesList().stream()
              .map(OpenTelemetryReport::text)
              .toList()
              .toString();
      default -> value.toString();
    };
  }

  private void say(String name, String what, boolean good) {
    missing += good ? 0 : 1;
    System.out.printf("  %-7s %-45s %s%n", good ? "ok" : "MISSING", name, what);
  }
}
