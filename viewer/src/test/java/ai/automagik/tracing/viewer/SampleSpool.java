package ai.automagik.tracing.viewer;

import static ai.automagik.tracing.store.SpoolFixture.attribute;
import static ai.automagik.tracing.store.SpoolFixture.failed;
import static ai.automagik.tracing.store.SpoolFixture.running;
import static ai.automagik.tracing.store.SpoolFixture.span;

import ai.automagik.tracing.store.SpoolFixture;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** A spool such as real applications leave it. */
final class SampleSpool {
  static final String SHOP_RUN = "20261121-061900-123-9f3c";
  static final String BILLING_RUN = "20261121-061930-456-0a1b";
  static final long NOW_MILLIS = SpoolFixture.T0_MILLIS + 120_000;

  /** An agent that calls a model, two tools (one fails) and the model again. */
  static final String PLANNER_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private static final String SYSTEM =
      """
      {"role":"system","parts":[{"type":"text","content":"You are a travel planner. Be brief, and \
      always look at the weather and at the calendar before you answer."}]}""";
  private static final String QUESTION =
      """
      {"role":"user","parts":[{"type":"text","content":"What should I pack for Zürich 🏔️ tomorrow?"}]}""";
  private static final String CALLS =
      """
      {"role":"assistant","parts":[{"type":"tool_call","id":"call_1","name":"get_weather",\
      "arguments":{"city":"Zürich","days":1}},{"type":"tool_call","id":"call_2",\
      "name":"get_calendar","arguments":{"date":"2026-11-22"}}]}""";
  private static final String RESULTS =
      """
      {"role":"tool","parts":[{"type":"tool_call_response","id":"call_1",\
      "response":"{\\"tempC\\":-2,\\"sky\\":\\"snow\\"}"},{"type":"tool_call_response","id":"call_2",\
      "response":"error: Connection refused"}]}""";
  private static final String ANSWER =
      """
      {"role":"assistant","parts":[{"type":"text","content":"Pack for snow:\\n\\n- a warm coat\\n- \
      waterproof boots\\n- gloves and a hat\\n- a scarf\\n- sunglasses: snow is bright\\n- a \
      thermos\\n- an umbrella\\n\\nI could not reach your calendar, so check for appointments \
      yourself."}],"finish_reason":"stop"}""";
  private static final String TOOLS =
      """
      [{"type":"function","name":"get_weather"},{"type":"function","name":"get_calendar"}]""";
  private static final String STACK_TRACE =
      "java.net.ConnectException: Connection refused\n"
          + "\tat java.base/sun.nio.ch.Net.connect0(Native Method)\n"
          + "\tat java.base/sun.nio.ch.Net.connect(Net.java:579)\n"
          + "\tat com.acme.Calendar.fetch(Calendar.java:42)\n"
          + "\tat com.acme.Tools.getCalendar(Tools.java:17)\n"
          + "\tat com.acme.Main.main(Main.java:9)\n";

  private SampleSpool() {}

  static SpoolFixture write(Path folder) {
    SpoolFixture fixture = new SpoolFixture(folder);
    fixture.info(SHOP_RUN, "shop-assistant", "ended", SpoolFixture.T0_MILLIS + 60_000);
    fixture.info(BILLING_RUN, "billing", "running", NOW_MILLIS - 1_000);
    fixture.frame(SHOP_RUN, "shop-assistant", planner());
    fixture.frame(SHOP_RUN, "shop-assistant", streaming());
    fixture.frame(SHOP_RUN, "shop-assistant", interrupted());
    fixture.frame(BILLING_RUN, "billing", summarizer());
    fixture.frame(BILLING_RUN, "billing", open());
    return fixture;
  }

  static Span.Builder[] planner() {
    return new Span.Builder[] {
      chat(PLANNER_TRACE, "a1", "a0", 12, 780, 412, 58)
          .addAttributes(attribute("gen_ai.request.temperature", 0.2))
          .addAttributes(attribute("gen_ai.request.max_tokens", 500))
          .addAttributes(attribute("gen_ai.response.finish_reasons", List.of("tool_calls")))
          .addAttributes(attribute("gen_ai.input.messages", "[" + SYSTEM + "," + QUESTION + "]"))
          .addAttributes(attribute("gen_ai.output.messages", "[" + CALLS + "]"))
          .addAttributes(attribute("gen_ai.tool.definitions", TOOLS)),
      tool(PLANNER_TRACE, "a2", "a0", "get_weather", 795, 131)
          .addAttributes(
              attribute("gen_ai.tool.call.arguments", "{\"city\":\"Zürich\",\"days\":1}"))
          .addAttributes(attribute("gen_ai.tool.call.result", "{\"tempC\":-2,\"sky\":\"snow\"}")),
      failed(
              tool(PLANNER_TRACE, "a3", "a0", "get_calendar", 930, 31),
              "java.net.ConnectException",
              "Connection refused",
              STACK_TRACE)
          .addAttributes(attribute("gen_ai.tool.call.arguments", "{\"date\":\"2026-11-22\"}")),
      chat(PLANNER_TRACE, "a4", "a0", 965, 1_340, 828, 254)
          .addAttributes(attribute("gen_ai.request.temperature", 0.2))
          .addAttributes(attribute("gen_ai.usage.cache_read.input_tokens", 384))
          .addAttributes(attribute("gen_ai.response.finish_reasons", List.of("stop")))
          .addAttributes(
              attribute(
                  "gen_ai.input.messages",
                  "[" + SYSTEM + "," + QUESTION + "," + CALLS + "," + RESULTS + "]"))
          .addAttributes(attribute("gen_ai.output.messages", "[" + ANSWER + "]")),
      agent(PLANNER_TRACE, "a0", "Planner.plan", 0, 2_310)
          .addAttributes(attribute("gen_ai.conversation.id", "user-42"))
          .addAttributes(attribute("gen_ai.input.messages", "[" + QUESTION + "]"))
          .addAttributes(attribute("gen_ai.output.messages", "[" + ANSWER + "]"))
    };
  }

  private static Span.Builder[] streaming() {
    String trace = "5c0ffee577b34da6a3ce929d0e0e4736";
    return new Span.Builder[] {
      chat(trace, "b1", "", 20_000, 1_800, 35, 120_450)
          .addAttributes(attribute("gen_ai.request.stream", true))
          .addAttributes(attribute("gen_ai.response.time_to_first_chunk", 0.61))
          .addAttributes(attribute("gen_ai.response.model", "gpt-4o-mini-2024-07-18"))
          .addAttributes(
              attribute(
                  "gen_ai.input.messages",
                  "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"日本語で短い挨拶を書いてください\"},"
                      + "{\"type\":\"blob\",\"modality\":\"image\",\"mime_type\":\"image/png\","
                      + "\"content\":\""
                      + "QUJD".repeat(4_100)
                      + "\"},{\"type\":\"uri\",\"modality\":\"image\",\"uri\":\"https://acme.com/a.png\"},"
                      + "{\"type\":\"hologram\",\"depth\":3}]}]"))
          .addAttributes(
              attribute(
                  "gen_ai.output.messages",
                  "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"reasoning\",\"content\":\"A short"
                      + " greeting.\"},{\"type\":\"text\",\"content\":\"こんにちは！お元気ですか。\"}]}]"))
    };
  }

  private static Span.Builder[] interrupted() {
    String trace = "6dead00577b34da6a3ce929d0e0e4736";
    return new Span.Builder[] {
      running(trace, "c0", "", "invoke_agent Researcher.research", 40_000),
      chat(trace, "c1", "c0", 40_050, 900, 90, 12),
      running(trace, "c2", "c0", "chat gpt-4o-mini", 41_000),
    };
  }

  private static Span.Builder[] summarizer() {
    String trace = "7abc123577b34da6a3ce929d0e0e4736";
    return new Span.Builder[] {
      agent(trace, "d0", "InvoiceSummarizer.summarizeAllInvoicesOfTheLastQuarter", 50_000, 66_000),
      span(trace, "d1", "d0", "embeddings text-embedding-3-small", 50_100, 9)
          .addAttributes(attribute("gen_ai.operation.name", "embeddings"))
          .addAttributes(attribute("gen_ai.usage.input_tokens", 7)),
      span(trace, "d2", "ee", "chat gpt-4o-mini", 50_200, 300),
    };
  }

  private static Span.Builder[] open() {
    return new Span.Builder[] {
      running("8a11ce0577b34da6a3ce929d0e0e4736", "e0", "", "invoke_agent Planner.plan", 117_500)
    };
  }

  static Span.Builder chat(
      String trace,
      String span,
      String parent,
      long startMillis,
      long durationMillis,
      int inputTokens,
      int outputTokens) {
    return span(trace, span, parent, "chat gpt-4o-mini", startMillis, durationMillis)
        .addAttributes(attribute("gen_ai.operation.name", "chat"))
        .addAttributes(attribute("gen_ai.provider.name", "openai"))
        .addAttributes(attribute("gen_ai.request.model", "gpt-4o-mini"))
        .addAttributes(attribute("gen_ai.usage.input_tokens", inputTokens))
        .addAttributes(attribute("gen_ai.usage.output_tokens", outputTokens));
  }

  static Span.Builder tool(
      String trace,
      String span,
      String parent,
      String name,
      long startMillis,
      long durationMillis) {
    return span(trace, span, parent, "execute_tool " + name, startMillis, durationMillis)
        .addAttributes(attribute("gen_ai.operation.name", "execute_tool"))
        .addAttributes(attribute("gen_ai.tool.name", name));
  }

  static Span.Builder agent(
      String trace, String span, String name, long startMillis, long durationMillis) {
    return span(trace, span, "", "invoke_agent " + name, startMillis, durationMillis)
        .addAttributes(attribute("gen_ai.operation.name", "invoke_agent"))
        .addAttributes(attribute("gen_ai.agent.name", name));
  }

  /** Writes the samples to a folder (first argument) and runs a command on them. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    if (folder.toFile().mkdirs()) {
      write(folder);
    }
    Terminal terminal = Terminal.system();
    CommandLine root = new CommandLine(CommandLine.Model.CommandSpec.create().name("tracing"));
    root.addSubcommand(new TracesCommand(folder, terminal));
    root.addSubcommand(new ShowCommand(folder, terminal));
    String[] rest = new String[arguments.length - 1];
    System.arraycopy(arguments, 1, rest, 0, rest.length);
    System.exit(root.execute(rest));
  }
}
