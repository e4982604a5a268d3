package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.smoke.Lab.Library;
import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.smoke.Lab.Servers;
import ai.automagik.tracing.store.Frame;
import ai.automagik.tracing.store.RunInfo;
import ai.automagik.tracing.store.SpoolReader;
import ai.automagik.tracing.testing.JavaProgram;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Thousands of streams at once: every span is there, once, under its own parent, with its own
 * words.
 *
 * <p>{@code -Dsmoke.storm=full} lets the storm over HTTP be as large as the other one; then not
 * every connection may succeed.
 */
final class StormIT {
  private static final boolean FULL = "full".equals(System.getProperty("smoke.storm"));
  private static final Pattern AGENT = Pattern.compile("agent-\\d+");
  private static final Pattern QUESTION = Pattern.compile("agent-\\d+ stream-\\d+ ");

  @Test
  void ofAModelWithThreadsOfItsOwn() throws InterruptedException {
    Path home = Lab.freshHome();
    JavaProgram.Result result = storm(home, "200", "50");

    assertThat(result.stdoutText().lines()).containsExactly("in time: true", "completed: 10000");
    Storm storm = new Storm(new Recording(home));
    storm.assertComplete(200, 50);
    storm.streams().forEach(storm::assertOwnAnswer);
  }

  @Test
  void overHttp() throws InterruptedException {
    int agents = FULL ? 200 : 20;
    int streams = FULL ? 50 : 10;
    Path home = Lab.freshHome();
    JavaProgram.Result result = storm(home, "" + agents, "" + streams, Servers.LOOP.baseUrl());

    assertThat(result.stdoutText()).contains("in time: true");
    if (!FULL) {
      assertThat(result.stdoutText()).contains("completed: " + agents * streams);
    }
    new Storm(new Recording(home)).assertComplete(agents, streams);
  }

  private static JavaProgram.Result storm(Path home, String... arguments)
      throws InterruptedException {
    List<Integer> javas = Lab.javas();
    Platform newest = new Platform(javas.get(javas.size() - 1), Library.NEWEST);
    return Lab.traced(home)
        .javaHome(newest.javaHome())
        // Room for all spans: a worker that gets no processor is to be no reason to drop one.
        .jvmArguments("-Dautomagik.trace.queue.size=32768", "-Dautomagik.buffer.max.mb=48")
        .mainClass("com.example.travel.StormApp")
        .arguments(arguments)
        .run(10 * Lab.TIMEOUT_MILLIS);
  }

  /** The spans of one run, as they were written. */
  private static final class Storm {
    private final Recording recording;
    private final Map<ByteString, Span> ended = new HashMap<>();
    private final Set<ByteString> running = new HashSet<>();
    private final List<String> doubled = new ArrayList<>();

    Storm(Recording recording) {
      this.recording = recording;
      for (Path file : Lab.list(recording.run().folder())) {
        if (file.toString().endsWith(".otlp")) {
          read(file);
        }
      }
    }

    private void read(Path file) {
      try (SpoolReader reader = SpoolReader.open(file, 0)) {
        for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
          frame.request().getResourceSpansList().stream()
              .flatMap(resource -> resource.getScopeSpansList().stream())
              .flatMap(scope -> scope.getSpansList().stream())
              .forEach(this::add);
        }
      }
    }

    private void add(Span span) {
      if (span.getEndTimeUnixNano() == 0) {
        running.add(span.getSpanId());
      } else if (ended.put(span.getSpanId(), span) != null) {
        doubled.add(span.getName());
      }
    }

    List<Span> streams() {
      return ended.values().stream().filter(span -> has(span, "gen_ai.request.stream")).toList();
    }

    /** Per agent: itself, two calls, the tool. Of the streams, every other is an agent too. */
    void assertComplete(int agents, int streamsPerAgent) {
      int streams = agents * streamsPerAgent;
      int expected = 4 * agents + streams + streams / 2;
      assertThat(doubled).isEmpty();
      assertThat(ended).hasSize(expected);
      assertThat(ended.keySet()).containsAll(running);
      assertThat(streams()).hasSize(streams);
      RunInfo info = recording.info();
      assertThat(info.state()).isEqualTo("ended");
      for (String counter : List.of("offered", "accepted", "spooled")) {
        assertThat(info.counters().get(counter)).as(counter).isEqualTo(expected);
      }
      for (String counter : List.of("droppedQueueFull", "droppedMemory", "adviceFailures")) {
        assertThat(info.counters().get(counter)).as(counter).isZero();
      }

      Map<ByteString, String> agentOfTrace = new HashMap<>();
      Set<String> questions = new HashSet<>();
      for (Span stream : streams()) {
        questions.add(assertOwnParents(stream));
        String agent = found(AGENT, text(stream, "gen_ai.input.messages"));
        assertThat(agentOfTrace.computeIfAbsent(stream.getTraceId(), id -> agent)).isEqualTo(agent);
      }
      assertThat(questions).hasSize(streams);
      assertThat(agentOfTrace).hasSize(agents);
    }

    private String assertOwnParents(Span stream) {
      String question = found(QUESTION, text(stream, "gen_ai.input.messages"));
      Span parent = parent(stream);
      if (parent.getName().equals("invoke_agent Clock.tell")) {
        assertThat(text(parent, "gen_ai.input.messages")).contains("\"" + question + "\"");
        parent = parent(parent);
      }
      assertThat(parent.getName()).isEqualTo("execute_tool storm");
      assertThat(text(parent, "gen_ai.tool.call.arguments"))
          .contains("\"" + found(AGENT, question) + "\"");
      Span root = parent(parent);
      assertThat(root.getName()).isEqualTo("invoke_agent Forecaster.forecast");
      assertThat(root.getParentSpanId()).isEqualTo(ByteString.EMPTY);
      assertThat(root.getTraceId()).isEqualTo(stream.getTraceId());
      return question;
    }

    void assertOwnAnswer(Span stream) {
      String question = found(QUESTION, text(stream, "gen_ai.input.messages"));
      assertThat(text(stream, "gen_ai.output.messages")).contains("\"" + question.repeat(3) + "\"");
    }

    private Span parent(Span span) {
      Span parent = ended.get(span.getParentSpanId());
      assertThat(parent).as("parent of " + span.getName()).isNotNull();
      return parent;
    }

    private static boolean has(Span span, String name) {
      return span.getAttributesList().stream().anyMatch(each -> each.getKey().equals(name));
    }

    private static String text(Span span, String name) {
      return span.getAttributesList().stream()
          .filter(each -> each.getKey().equals(name))
          .map(each -> each.getValue().getStringValue())
          .findFirst()
          .orElseThrow(() -> new AssertionError(span.getName() + " lacks " + name));
    }

    private static String found(Pattern pattern, String text) {
      Matcher matcher = pattern.matcher(text);
      assertThat(matcher.find()).as(text).isTrue();
      return matcher.group();
    }
  }
}
