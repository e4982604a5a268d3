package ai.automagik.tracing.viewer;

import static ai.automagik.tracing.store.SpoolFixture.header;
import static ai.automagik.tracing.store.SpoolFixture.span;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.store.Json;
import ai.automagik.tracing.store.SpoolFixture;
import ai.automagik.tracing.viewer.CommandRunner.Result;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracesCommandTest {
  @TempDir Path folder;

  @Test
  void listsTracesNewestFirst() {
    SampleSpool.write(folder);

    Result result = new CommandRunner(folder).run("traces");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .isEqualTo(
            """
            TRACE     STARTED   NAME                 SERVICE         DURATION     IN   OUT  SPANS  STATUS
            8a11ce05  07:20:57  Planner.plan         billing           2.50 s      -     -      1  ● running
            7abc1235  07:19:50  InvoiceSummarizer.…  billing           1m 06s      7     0      3  ✓ ok
            6dead005  07:19:40  Researcher.research  shop-assistant    950 ms     90    12      3  ◌ interrupted
            5c0ffee5  07:19:20  chat gpt-4o-mini     shop-assistant    1.80 s     35  120k      1  ✓ ok
            4bf92f35  07:19:00  Planner.plan         shop-assistant    2.31 s  1,240   312      5  ✗ 1 error

            5 traces · look into one: tracing show ID
            """);
  }

  @Test
  void fitsANarrowTerminal() {
    SampleSpool.write(folder);

    assertThat(new CommandRunner(folder, 60, false, UTF_8).run("traces").out())
        .isEqualTo(
            """
            TRACE     STARTED   NAME             DURATION  STATUS
            8a11ce05  07:20:57  Planner.plan       2.50 s  ● running
            7abc1235  07:19:50  InvoiceSummari…    1m 06s  ✓ ok
            6dead005  07:19:40  Researcher.res…    950 ms  ◌ interrupted
            5c0ffee5  07:19:20  chat gpt-4o-mi…    1.80 s  ✓ ok
            4bf92f35  07:19:00  Planner.plan       2.31 s  ✗ 1 error

            5 traces · look into one: tracing show ID
            """);
  }

  @Test
  void drawsInAsciiWhereNothingElseCanBeEncoded() {
    SampleSpool.write(folder);

    assertThat(new CommandRunner(folder, 100, false, US_ASCII).run("traces", "--errors").out())
        .isEqualTo(
            """
            TRACE     STARTED   NAME                       DURATION     IN  OUT  SPANS  STATUS
            4bf92f35  07:19:00  invoke_agent Planner.plan    2.31 s  1,240  312      5  x 1 error

            1 trace, look into one: tracing show ID
            """);
  }

  @Test
  void alignsByDisplayWidth() {
    new SpoolFixture(folder)
        .frame("run", "shop", span("a1", "01", "", "日本語のエージェント", 0, 1))
        .frame("run", "shop", span("a2", "01", "", "👩‍💻 é", 1, 1))
        .frame("run", "shop", span("a3", "01", "", "日本語".repeat(20), 2, 1));

    List<String> lines = new CommandRunner(folder).run("traces").out().lines().limit(4).toList();

    assertThat(lines).allSatisfy(line -> assertThat(TextLayout.width(line)).isLessThan(101));
    assertThat(lines.get(1)).contains("…");
    int statusColumn = TextLayout.width(lines.get(0).substring(0, lines.get(0).indexOf("STATUS")));
    assertThat(lines.subList(1, 4))
        .allSatisfy(
            line ->
                assertThat(TextLayout.width(line.substring(0, line.indexOf("✓"))))
                    .isEqualTo(statusColumn));
  }

  @Test
  void filters() {
    SampleSpool.write(folder);
    CommandRunner runner = new CommandRunner(folder);

    assertThat(ids(runner.run("traces", "--limit", "2"))).containsExactly("8a11ce05", "7abc1235");
    assertThat(runner.run("traces", "--limit", "2").out()).contains("the newest 2 of 5 traces");
    assertThat(ids(runner.run("traces", "--errors"))).containsExactly("4bf92f35");
    assertThat(ids(runner.run("traces", "--service", "billing")))
        .containsExactly("8a11ce05", "7abc1235");
    assertThat(ids(runner.run("traces", "--since", "3s"))).containsExactly("8a11ce05");
    assertThat(ids(runner.run("traces", "--since", "1d"))).hasSize(5);
  }

  @Test
  void saysWhatToDoWhenThereIsNothing() {
    assertThat(new CommandRunner(folder.resolve("none")).run("traces"))
        .isEqualTo(
            new Result(
                0,
                "No traces in "
                    + folder.resolve("none")
                    + " yet. Run an application with the agent, or find out what is missing:"
                    + " tracing doctor\n",
                ""));
    SampleSpool.write(folder);
    assertThat(new CommandRunner(folder).run("traces", "--service", "none").out())
        .isEqualTo("No trace matches; 5 traces in " + folder + ".\n");
  }

  @Test
  void printsJsonOnly() {
    SampleSpool.write(folder).write("bad", "0001.otlp", header(7));

    Result result = new CommandRunner(folder).run("traces", "--json");

    assertThat(result.err()).startsWith("note: ").contains("newer version");
    assertThat(result.err().lines()).hasSize(1);
    List<?> traces = (List<?>) Json.parse(result.out());
    assertThat(traces).hasSize(5);
    Map<?, ?> planner = (Map<?, ?>) traces.get(4);
    assertThat(planner.get("traceId")).isEqualTo(SampleSpool.PLANNER_TRACE);
    assertThat(planner.get("durationMillis")).isEqualTo(new BigDecimal("2310.000"));
    assertThat(planner.get("inputTokens")).isEqualTo(1240);
    assertThat(planner.get("status")).isEqualTo("error");
    assertThat(planner.get("start")).isEqualTo("2026-11-21T06:19:00Z");
    assertThat(((Map<?, ?>) traces.get(0)).get("end")).isNull();
    assertThat(new CommandRunner(folder.resolve("none")).run("traces", "--json").out())
        .isEqualTo("[ ]\n");
  }

  @Test
  void coloursOnlyWhenAsked() {
    SampleSpool.write(folder);
    CommandRunner pipe = new CommandRunner(folder);
    CommandRunner terminal = new CommandRunner(folder, 100, true, UTF_8);

    assertThat(pipe.run("traces").out()).doesNotContain("\u001b");
    assertThat(pipe.run("traces", "--color", "always").out()).contains("\u001b[31m✗ 1 error");
    assertThat(terminal.run("traces").out()).contains("\u001b[31m✗ 1 error");
    assertThat(terminal.run("traces", "--color=never").out()).isEqualTo(pipe.run("traces").out());
    assertThat(terminal.run("traces", "--json").out()).doesNotContain("\u001b");
    assertThat(uncolored(terminal.run("traces").out())).isEqualTo(pipe.run("traces").out());
  }

  @Test
  void rejectsBadOptions() {
    CommandRunner runner = new CommandRunner(folder);

    assertThat(runner.run("traces", "--since", "soon").exitCode()).isEqualTo(2);
    assertThat(runner.run("traces", "--since", "soon").err())
        .contains("'soon' is no age: give a number and a unit, as in 45s, 30m, 1h or 2d");
    assertThat(runner.run("traces", "--limit", "0").exitCode()).isEqualTo(2);
    assertThat(runner.run("traces", "--color", "red").exitCode()).isEqualTo(2);
    assertThat(runner.run("traces", "--color", "red").err()).contains("auto, always, never");
  }

  static String uncolored(String text) {
    return text.replaceAll("\u001b\\[[0-9;]*m", "");
  }

  private static List<String> ids(Result result) {
    return result
        .out()
        .lines()
        .skip(1)
        .takeWhile(line -> !line.isEmpty())
        .map(line -> line.substring(0, 8))
        .toList();
  }
}
