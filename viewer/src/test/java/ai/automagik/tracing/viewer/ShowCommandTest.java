package ai.automagik.tracing.viewer;

import static ai.automagik.tracing.store.SpoolFixture.attribute;
import static ai.automagik.tracing.store.SpoolFixture.failed;
import static ai.automagik.tracing.store.SpoolFixture.frameBytes;
import static ai.automagik.tracing.store.SpoolFixture.request;
import static ai.automagik.tracing.store.SpoolFixture.span;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.store.Json;
import ai.automagik.tracing.store.SpoolFixture;
import ai.automagik.tracing.viewer.CommandRunner.Result;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {
  private static final String HOSTILE =
      "\u001b[2J\u001b]0;owned\u0007\r\u202etxt\u2066\u009b31m\u200b";

  @TempDir Path folder;

  @Test
  void showsAnAgent() {
    SampleSpool.write(folder);

    Result result = new CommandRunner(folder).run("show", "4bf9");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .isEqualTo(
            """
            ✗ 1 error  invoke_agent Planner.plan
            trace    4bf92f3577b34da6a3ce929d0e0e4736
            service  shop-assistant
            started  2026-11-21 07:19:00.000, took 2.31 s
            spans    5, 1 failed
            tokens   1,240 in, 312 out, 384 cached
            run      20261121-061900-123-9f3c, pid 123, com.acme.Main, ended

            ✓ invoke_agent Planner.plan     ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  2.31 s
            │  conversation user-42
            │
            ├─ ✓ chat gpt-4o-mini           ━━━━━━━━━━━━━━━━╸                                 780 ms   412 → 58
            │     openai, temperature 0.2, max tokens 500, finish tool_calls, tools get_weather, get_calendar
            │     system     You are a travel planner. Be brief, and always look at the weather and at the
            │                calendar before you answer.
            │     user       What should I pack for Zürich 🏔️ tomorrow?
            │     calls      get_weather {"city":"Zürich","days":1}
            │     calls      get_calendar {"date":"2026-11-22"}
            │
            ├─ ✓ execute_tool get_weather                   ╺━━                               131 ms
            │     arguments  {"city":"Zürich","days":1}
            │     result     {"tempC":-2,"sky":"snow"}
            │
            ├─ ✗ execute_tool get_calendar                     ╺                               31 ms
            │     arguments  {"date":"2026-11-22"}
            │     error      java.net.ConnectException: Connection refused
            │                at java.base/sun.nio.ch.Net.connect0(Native Method)
            │                at java.base/sun.nio.ch.Net.connect(Net.java:579)
            │                at com.acme.Calendar.fetch(Calendar.java:42)
            │                … 2 more lines, use --full
            │
            └─ ✓ chat gpt-4o-mini                               ━━━━━━━━━━━━━━━━━━━━━━━━━━━━  1.34 s  828 → 254
                  openai, temperature 0.2, 384 cached tokens, finish stop
                  (3 earlier messages)
                  tool       get_weather: {"tempC":-2,"sky":"snow"}
                  tool       get_calendar: error: Connection refused
                  assistant  Pack for snow:

                             - a warm coat
                             - waterproof boots
                             - gloves and a hat
                             - a scarf
                             … 5 more lines, use --full
            """);
  }

  @Test
  void saysHowServersWereAsked() {
    String trace = "9a11ce0577b34da6a3ce929d0e0e4736";
    new SpoolFixture(folder)
        .frame(
            SampleSpool.SHOP_RUN,
            "shop",
            SampleSpool.tool(trace, "f1", "", "find_book", 0, 20)
                .addAttributes(attribute("mcp.method.name", "tools/call"))
                .addAttributes(attribute("network.transport", "pipe")),
            span(trace, "f2", "f1", "resources/read", 2, 10)
                .addAttributes(attribute("mcp.method.name", "resources/read"))
                .addAttributes(attribute("mcp.resource.uri", "memo://today"))
                .addAttributes(attribute("mcp.session.id", "session-7"))
                .addAttributes(attribute("network.transport", "tcp"))
                .addAttributes(attribute("server.address", "127.0.0.1"))
                .addAttributes(attribute("server.port", 8080))
                .addAttributes(attribute("rpc.response.status_code", "-32002")));

    assertThat(new CommandRunner(folder).run("show", trace).out())
        .contains("MCP tools/call through pipe\n")
        .contains(
            "MCP resources/read at 127.0.0.1:8080, memo://today, session session-7, status -32002\n");
  }

  @Test
  void showsWhatHappenedOnTheWay() {
    String trace = "7d0ffee577b34da6a3ce929d0e0e4736";
    new SpoolFixture(folder)
        .frame(
            SampleSpool.SHOP_RUN,
            "shop",
            span(trace, "a1", "", "chat gpt-4o-mini", 0, 20)
                .addAttributes(attribute("gen_ai.request.stream", true))
                .addAttributes(attribute("automagik.stream.outcome", "idle_timeout"))
                .addAttributes(attribute("http.response.status_code", 503))
                .addAttributes(attribute("http.request.resend_count", 2)));

    assertThat(new CommandRunner(folder).run("show", trace).out())
        .contains("stream, stream idle timeout, HTTP 503, sent 3 times\n");
  }

  @Test
  void showsAStream() {
    SampleSpool.write(folder);

    assertThat(new CommandRunner(folder).run("show", "5C0FFEE5").out())
        .isEqualTo(
            """
            ✓ ok  chat gpt-4o-mini
            trace    5c0ffee577b34da6a3ce929d0e0e4736
            service  shop-assistant
            started  2026-11-21 07:19:20.000, took 1.80 s
            spans    1
            tokens   35 in, 120,450 out
            run      20261121-061900-123-9f3c, pid 123, com.acme.Main, ended

            ✓ chat gpt-4o-mini  ────────────╼━━━━━━━━━━━━━━━━━━━━━━━━  1.80 s  35 → 120k  gpt-4o-mini-2024-07-18
               openai, first chunk after 610 ms
               user       日本語で短い挨拶を書いてください
               user       [image/png] 12.3 KB
               user       [image] https://acme.com/a.png
               user       [hologram] {"depth":3}
               reasoning  A short greeting.
               assistant  こんにちは！お元気ですか。
            """);
  }

  @Test
  void showsHowFarAPlannedAgentCame() {
    Span.Builder editor =
        span("ab", "01", "", "invoke_agent editor", 0, 100)
            .addAttributes(attribute("automagik.agent.goal", "Editor.print"))
            .addAttributes(attribute("automagik.agent.outcome", "waiting"));
    Span.Builder assign =
        span("ab", "02", "01", "invoke_agent assign", 10, 20)
            .addAttributes(attribute("automagik.agent.type", "action"))
            .addAttributes(attribute("automagik.agent.outcome", "succeeded"));
    Span.Builder ask =
        span("ab", "03", "01", "invoke_agent ask", 40, 20)
            .addAttributes(attribute("automagik.agent.type", "action"))
            .addAttributes(attribute("automagik.agent.outcome", "replan_requested"));
    new SpoolFixture(folder).frame("run", "shop", editor, assign, ask);

    String out = new CommandRunner(folder).run("show", "ab").out();

    assertThat(out.substring(out.indexOf("\n\n") + 2).replaceAll(" *[━╸╺─╶╴╼╾]+ +[0-9.]+ ms.*", ""))
        .isEqualTo(
            """
            ✓ invoke_agent editor
            │  goal Editor.print, waiting
            │
            ├─ ✓ invoke_agent assign
            │     action
            │
            └─ ✓ invoke_agent ask
                  action, replan requested
            """);
  }

  @Test
  void showsAWorkflow() {
    Span.Builder loop =
        span("ab", "01", "", "invoke_workflow polish", 0, 100)
            .addAttributes(attribute("gen_ai.operation.name", "invoke_workflow"))
            .addAttributes(attribute("automagik.workflow.topology", "loop"))
            .addAttributes(attribute("automagik.workflow.iterations", 2))
            .addAttributes(
                attribute("automagik.workflow.recoveries", List.of("press: called again")))
            .addAttributes(attribute("automagik.agent.arguments", "{\"story\":\"Draft 1\"}"))
            .addAttributes(attribute("automagik.agent.output", "Draft 2"))
            .addAttributes(attribute("automagik.workflow.state", "{\"score\":0.9}"));
    Span.Builder choice =
        span("ab", "02", "01", "invoke_workflow check", 10, 20)
            .addAttributes(attribute("gen_ai.operation.name", "invoke_workflow"))
            .addAttributes(attribute("automagik.workflow.topology", "router"))
            .addAttributes(attribute("automagik.workflow.branches", List.of("sports", "economy")))
            .addAttributes(attribute("automagik.agent.iteration", 1));
    Span.Builder editor =
        agent("03", "editor", 40)
            .addAttributes(attribute("automagik.agent.type", "ai"))
            .addAttributes(attribute("automagik.agent.iteration", 2))
            .addAttributes(attribute("automagik.agent.arguments", "{\"not\":\"said twice\"}"));
    Span.Builder press =
        agent("05", "press", 60)
            .addAttributes(attribute("automagik.agent.type", "non_ai"))
            .addAttributes(attribute("automagik.agent.attempt", 2))
            .addAttributes(attribute("automagik.agent.async", true))
            .addAttributes(attribute("automagik.agent.arguments", "{\"page\":1}"))
            .addAttributes(attribute("automagik.agent.output", true));
    Span.Builder weather =
        agent("06", "weather", 80)
            .addAttributes(attribute("automagik.agent.type", "remote"))
            .addAttributes(attribute("automagik.agent.item", 0))
            .addAttributes(attribute("automagik.agent.url", "http://a.example"));
    new SpoolFixture(folder)
        .frame(
            "run",
            "shop",
            loop,
            choice,
            editor,
            conversation("04", 45, "Improve this").setParentSpanId(editor.getSpanId()),
            press,
            weather);

    String out = new CommandRunner(folder).run("show", "ab").out();

    assertThat(out.substring(out.indexOf("\n\n") + 2).replaceAll(" *[━╸╺─╶╴╼╾]+ +[0-9.]+ ms.*", ""))
        .isEqualTo(
            """
            ✓ invoke_workflow polish
            │  loop, 2 iterations, press: called again
            │  arguments  {"story":"Draft 1"}
            │  result     Draft 2
            │  state      {"score":0.9}
            │
            ├─ ✓ invoke_workflow check
            │     router, chose sports, economy, iteration 1
            │
            ├─ ✓ invoke_agent editor
            │  │  iteration 2
            │  │
            │  └─ ✓ chat gpt-4o-mini
            │        openai
            │        user       Improve this
            │
            ├─ ✓ invoke_agent press
            │     no model, attempt 2, async
            │     arguments  {"page":1}
            │     result     true
            │
            └─ ✓ invoke_agent weather
                  remote, at http://a.example, item 0
            """);
    assertThat(new CommandRunner(folder).run("show", "ab", "--no-content").out())
        .doesNotContain("Draft", "score", "page");
    assertThat(new CommandRunner(folder).run("show", "ab", "--full").out()).contains("said twice");
  }

  private static Span.Builder agent(String span, String name, long startMillis) {
    return span("ab", span, "01", "invoke_agent " + name, startMillis, 15)
        .addAttributes(attribute("gen_ai.operation.name", "invoke_agent"));
  }

  @Test
  void showsWhatWasInterrupted() {
    SampleSpool.write(folder);

    assertThat(new CommandRunner(folder).run("show", "6dead").out())
        .isEqualTo(
            """
            ◌ interrupted  invoke_agent Researcher.research
            trace    6dead00577b34da6a3ce929d0e0e4736
            service  shop-assistant
            started  2026-11-21 07:19:40.000, interrupted after 950 ms or more
            spans    3
            tokens   90 in, 12 out
            run      20261121-061900-123-9f3c, pid 123, com.acme.Main, ended

            ◌ invoke_agent Researcher.research  ──────────────────────────────────────────  interrupted
            ├─ ✓ chat gpt-4o-mini                 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━       900 ms  90 → 12
            │     openai
            │
            └─ ◌ chat gpt-4o-mini                                                        ╶  interrupted
            """);
  }

  @Test
  void showsWhatRuns() {
    SampleSpool.write(folder);

    assertThat(new CommandRunner(folder).run("show", "last").out())
        .isEqualTo(
            """
            ● running  invoke_agent Planner.plan
            trace    8a11ce0577b34da6a3ce929d0e0e4736
            service  billing
            started  2026-11-21 07:20:57.500, running for 2.50 s
            spans    1
            run      20261121-061930-456-0a1b, pid 123, com.acme.Main, alive

            ● invoke_agent Planner.plan  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  running
            """);
  }

  @Test
  void marksAnOrphan() {
    SampleSpool.write(folder);

    assertThat(new CommandRunner(folder).run("show", "7abc").out())
        .isEqualTo(
            """
            ✓ ok  invoke_agent InvoiceSummarizer.summarizeAllInvoicesOfTheLastQuarter
            trace    7abc123577b34da6a3ce929d0e0e4736
            service  billing
            started  2026-11-21 07:19:50.000, took 1m 06s
            spans    3
            tokens   7 in, 0 out
            run      20261121-061930-456-0a1b, pid 123, com.acme.Main, alive

            ✓ invoke_agent InvoiceSummarizer.summarizeAllInvoicesOfTheLastQuarter  ━━━━━━━━━━━━━   1m 06s
            └─ ✓ embeddings text-embedding-3-small                                 ╸              9.00 ms  7 → ?
            ✓ chat gpt-4o-mini                                                     ╸               300 ms
               its parent ee00000000000000 was not recorded
            """);
  }

  @Test
  void leavesOutContent() {
    SampleSpool.write(folder);

    assertThat(
            new CommandRunner(folder, 60, false, US_ASCII)
                .run("show", "4bf9", "--no-content")
                .out())
        .isEqualTo(
            """
            x 1 error  invoke_agent Planner.plan
            trace    4bf92f3577b34da6a3ce929d0e0e4736
            service  shop-assistant
            started  2026-11-21 07:19:00.000, took 2.31 s
            spans    5, 1 failed
            tokens   1,240 in, 312 out, 384 cached
            run      20261121-061900-123-9f3c, pid 123, com.acme.Main...

            + invoke_agent Planner....  ============  2.31 s
            |  conversation user-42
            |
            |- + chat gpt-4o-mini       ====          780 ms   412 -> 58
            |     openai, temperature 0.2, max tokens 500, finish
            |     tool_calls, tools get_weather, get_calendar
            |
            |- + execute_tool get_w...      =         131 ms
            |- x execute_tool get_c...       =         31 ms
            |     error      java.net.ConnectException
            |
            `- + chat gpt-4o-mini            =======  1.34 s  828 -> 254
                  openai, temperature 0.2, 384 cached tokens, finish
                  stop
            """);
  }

  @Test
  void fullCutsNothing() {
    SampleSpool.write(folder);

    String out = new CommandRunner(folder).run("show", "4bf9", "--full").out();

    assertThat(out)
        .doesNotContain("--full")
        .doesNotContain("earlier message")
        .contains("I could not reach your calendar")
        .contains("at com.acme.Main.main(Main.java:9)");
    assertThat(out.split("You are a travel planner", -1)).as("in both calls").hasSize(3);
    assertThat(out.split("a thermos", -1)).as("of the agent and of the call").hasSize(3);
  }

  @Test
  void findsASpanByItsId() {
    SampleSpool.write(folder);

    assertThat(new CommandRunner(folder).run("show", "a300").out())
        .contains(SampleSpool.PLANNER_TRACE);
  }

  @Test
  void namesTheCandidatesOfAnAmbiguousPrefix() {
    new SpoolFixture(folder)
        .frame("run", "shop", span("ab10", "01", "", "x", 0, 1))
        .frame("run", "shop", span("ab20", "02", "", "y\u001b[31m", 1, 1));

    assertThat(new CommandRunner(folder).run("show", "ab"))
        .isEqualTo(
            new Result(
                1,
                "",
                """
                2 traces match 'ab'; give more digits of one:
                  ab200000000000000000000000000000  2026-11-21 07:19:00.001  y\\u001b[31m
                  ab100000000000000000000000000000  2026-11-21 07:19:00.000  x
                """));
  }

  @Test
  void reportsWhatDoesNotExist() {
    CommandRunner runner = new CommandRunner(folder);

    assertThat(runner.run("show", "last"))
        .isEqualTo(new Result(1, "", "There are no traces in " + folder + " yet.\n"));
    SampleSpool.write(folder);
    for (String id : List.of("ffff", "no-id\u001b")) {
      Result result = runner.run("show", id);
      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.out()).isEmpty();
      assertThat(result.err())
          .isEqualTo(
              "No trace or span has an id that starts with '"
                  + id.replace("\u001b", "\\u001b")
                  + "'. To list traces: tracing traces\n");
    }
    assertThat(runner.run("show").exitCode()).isEqualTo(2);
  }

  @Test
  void neverPrintsControlCharactersOfThePayload() {
    hostile();

    for (List<String> options :
        List.of(List.<String>of(), List.of("--full"), List.of("--json"), List.of("--no-content"))) {
      for (String command : List.of("show", "traces")) {
        if (command.equals("traces") && !options.isEmpty() && !options.contains("--json")) {
          continue;
        }
        List<String> arguments = new ArrayList<>(List.of(command));
        if (command.equals("show")) {
          arguments.add("ab");
        }
        arguments.addAll(options);
        String out = new CommandRunner(folder).run(arguments.toArray(String[]::new)).out();
        assertThat(out.codePoints().filter(c -> c != '\n' && SafeText.isUnsafe(c)).toArray())
            .as("%s", arguments)
            .isEmpty();
      }
    }
    assertThat(new CommandRunner(folder).run("show", "ab").out())
        .contains(
            "user       \\u001b[2J\\u001b]0;owned\\u0007\\r\\u202etxt\\u2066\\u009b31m\\u200b");
    assertThat(
            TracesCommandTest.uncolored(
                new CommandRunner(folder, 100, true, UTF_8).run("show", "ab").out()))
        .doesNotContain("\u001b");
  }

  @Test
  void printsTheWholeTraceAsJson() {
    hostile();
    Result result = new CommandRunner(folder).run("show", "ab", "--json");

    assertThat(result.err()).isEmpty();
    Map<?, ?> trace = (Map<?, ?>) Json.parse(result.out());
    Map<?, ?> span = (Map<?, ?>) ((List<?>) trace.get("spans")).get(0);
    assertThat(span.get("name")).as("escapes keep the value").isEqualTo("chat " + HOSTILE);
    Map<?, ?> attributes = (Map<?, ?>) span.get("attributes");
    assertThat(attributes.get("whole")).isEqualTo(7);
    assertThat(attributes.get("real").toString()).isEqualTo("0.5");
    assertThat(attributes.get("claim")).isEqualTo(true);
    assertThat(attributes.get("texts")).isEqualTo(List.of("a", "b"));
    assertThat(attributes.get("bytes")).isEqualTo("AQI=");
    assertThat(attributes.get("gen_ai.output.messages")).as("not JSON").isEqualTo("[broken");
    Map<?, ?> message = (Map<?, ?>) ((List<?>) attributes.get("gen_ai.input.messages")).get(0);
    assertThat(message.get("role")).isEqualTo("user");
    assertThat(span.get("status")).isEqualTo(Map.of("code", "error", "message", HOSTILE));
    assertThat((List<?>) span.get("events")).hasSize(1);
    assertThat(span.get("startTimeUnixNano")).isEqualTo("1795241940000000000");
    assertThat(span.get("parentSpanId")).isNull();

    assertThat(result.out()).contains("Zürich 🚀");
    Result ascii = new CommandRunner(folder, 100, true, US_ASCII).run("show", "ab", "--json");
    assertThat(Json.parse(ascii.out())).isEqualTo(trace);
    assertThat(US_ASCII.newEncoder().canEncode(ascii.out())).isTrue();

    String bare = new CommandRunner(folder).run("show", "ab", "--json", "--no-content").out();
    assertThat(bare)
        .doesNotContain("[broken", "messages", "arguments", "\"message\"", "stacktrace")
        .contains("java.io.IOException");
  }

  @Test
  void understandsAMemoryThatForgets() {
    new SpoolFixture(folder)
        .frame(
            "run",
            "shop",
            SampleSpool.agent("ab", "01", "A.a", 0, 100),
            conversation("02", 10, "sys", "one", "two").addAttributes(output("three")),
            conversation("03", 20, "sys", "two", "three", "four"),
            conversation("04", 30, "else"));

    String out = new CommandRunner(folder).run("show", "ab").out();

    assertThat(out.split("\\(3 earlier messages\\)", -1)).hasSize(2);
    assertThat(out).containsOnlyOnce("user       two").contains("user       four");
    assertThat(out).contains("user       else");
  }

  @Test
  void anErrorThatPassesThroughAnAgentHasItsStackTraceOnce() {
    String stackTrace = "java.io.IOException: reset\n\tat a.B.c(B.java:1)\n";
    Span.Builder agent = SampleSpool.agent("ab", "01", "A.a", 0, 100);
    Span.Builder chat = SampleSpool.chat("ab", "02", "01", 10, 5, 1, 1);
    new SpoolFixture(folder)
        .frame(
            "run",
            "shop",
            failed(agent, "java.io.IOException", "reset", stackTrace),
            failed(chat, "java.io.IOException", "reset", stackTrace));

    String out = new CommandRunner(folder).run("show", "ab").out();

    assertThat(out.split("java.io.IOException: reset", -1)).hasSize(3);
    assertThat(out).containsOnlyOnce("at a.B.c(B.java:1)");
    assertThat(new CommandRunner(folder).run("show", "ab", "--full").out().split("at a.B.c", -1))
        .hasSize(3);
  }

  @Test
  void wrapsWithinTheTerminal() {
    String text = "word ".repeat(80) + "日本".repeat(70) + " " + "x".repeat(300);
    new SpoolFixture(folder)
        .frame("run", "shop", conversation("02", 10, text).setName("chat " + text));

    for (int columns : new int[] {60, 80, 131}) {
      assertThat(
              new CommandRunner(folder, columns, false, UTF_8)
                  .run("show", "ab", "--full")
                  .out()
                  .lines())
          .allSatisfy(line -> assertThat(TextLayout.width(line)).isLessThanOrEqualTo(columns));
    }
  }

  @Test
  void bringsDamagedFilesAsNotesAndShowsTheRest() {
    byte[] frame = frameBytes(request("run", "shop", span("ab", "01", "", "good", 0, 1)));
    byte[] damaged = frame.clone();
    damaged[12] ^= 1;
    new SpoolFixture(folder)
        .append("run", "0001.otlp", frame)
        .append("run", "0002.otlp", damaged)
        .append("run", "0003.otlp", Arrays.copyOf(frame, 9));

    Result result = new CommandRunner(folder).run("show", "last");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("run      run (its run.json is missing)").contains("✓ good");
    assertThat(result.err().lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).startsWith("note: " + folder));
  }

  @Test
  void survivesDeepTrees() {
    Span.Builder[] spans = new Span.Builder[2_000];
    for (int i = 0; i < spans.length; i++) {
      String parent = i == 0 ? "" : "%016x".formatted(i);
      spans[i] = span("ab", "%016x".formatted(i + 1), parent, "span " + i, i, 1);
    }
    new SpoolFixture(folder).frame("run", "shop", spans);

    Result result = new CommandRunner(folder).run("show", "ab");

    assertThat(result.out()).contains("span 1999");
    assertThat(result.out().lines())
        .allSatisfy(line -> assertThat(TextLayout.width(line)).isLessThanOrEqualTo(100));
  }

  private void hostile() {
    Span.Builder span =
        failed(
                span("ab", "01", "", "chat " + HOSTILE, 0, 5),
                "java.io.IOException",
                HOSTILE,
                "java.io.IOException: x\n\tat a.B.c\u001b[31m(B.java)\n")
            .addAttributes(attribute("gen_ai.request.model", HOSTILE))
            .addAttributes(attribute("gen_ai.provider.name", HOSTILE))
            .addAttributes(attribute("gen_ai.tool.call.arguments", HOSTILE))
            .addAttributes(attribute("gen_ai.output.messages", "[broken"))
            .addAttributes(attribute("whole", 7))
            .addAttributes(attribute("real", 0.5))
            .addAttributes(attribute("nan", Double.NaN))
            .addAttributes(attribute("umlaut and rocket", "Zürich 🚀"))
            .addAttributes(attribute("claim", true))
            .addAttributes(attribute("texts", List.of("a", "b")))
            .addAttributes(attribute("bytes", new byte[] {1, 2}))
            .addAttributes(
                attribute(
                    "gen_ai.input.messages",
                    JsonText.compact(
                        List.of(
                            Map.of("role", "user", "content", HOSTILE),
                            Map.of("role", HOSTILE, "content", "x")))));
    // A second service makes the list show services.
    new SpoolFixture(folder)
        .frame("run", "shop" + HOSTILE, span)
        .frame("run", "billing", span("cd", "01", "", "other", 0, 1));
  }

  private static Span.Builder conversation(String span, long startMillis, String... texts) {
    List<Map<String, String>> messages =
        Arrays.stream(texts).map(text -> Map.of("role", "user", "content", text)).toList();
    return SampleSpool.chat("ab", span, "01", startMillis, 5, 1, 1)
        .addAttributes(attribute("gen_ai.input.messages", JsonText.compact(messages)));
  }

  private static KeyValue output(String text) {
    return attribute(
        "gen_ai.output.messages",
        JsonText.compact(
            List.of(Map.of("role", "user", "content", text, "finish_reason", "stop"))));
  }
}
