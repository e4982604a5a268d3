package ai.automagik.tracing.viewer;

import ai.automagik.tracing.store.Run;
import ai.automagik.tracing.store.RunInfo;
import ai.automagik.tracing.store.Span;
import ai.automagik.tracing.store.Trace;
import ai.automagik.tracing.store.TraceSummary;
import ai.automagik.tracing.viewer.Style.Tone;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;

/** Prints one trace: a header, then the tree with its waterfall and what each span carries. */
final class TraceText {
  private static final String GAP = "  ";
  private static final int LABEL_COLUMNS = 9;
  private static final int MIN_TEXT_COLUMNS = 20;
  private static final int MIN_BAR_COLUMNS = 12;
  private static final int MAX_BAR_COLUMNS = 48;
  private static final int MIN_NAME_COLUMNS = 20;
  private static final int MAX_MODEL_COLUMNS = 28;

  /** How wide each column of the tree is; 0 for one that is left out. */
  private record Widths(int name, int bar, int duration, int tokens, int model) {}

  private final PrintWriter out;
  private final int columns;
  private final Style style;
  private final Glyphs glyphs;
  private final Clock clock;
  private final boolean full;
  private final boolean content;

  TraceText(Terminal terminal, Style style, Clock clock, boolean full, boolean content) {
    this.out = terminal.out();
    this.columns = terminal.columns();
    this.style = style;
    this.glyphs = terminal.glyphs();
    this.clock = clock;
    this.full = full;
    this.content = content;
  }

  void print(Trace trace) {
    printHeader(trace);
    out.println();
    List<TreeRow> rows = TreeRow.of(trace.roots(), glyphs);
    Widths widths = widths(rows);
    Waterfall waterfall =
        new Waterfall(
            trace.summary().startNanos(),
            trace.summary().startNanos()
                + trace.summary().durationNanos(clock.millis() * 1_000_000),
            widths.bar(),
            glyphs.bars());
    SpanText text = new SpanText(rows, full, content);
    for (int i = 0; i < rows.size(); i++) {
      TreeRow row = rows.get(i);
      printRow(row, widths, waterfall);
      List<Block> blocks = text.blocks(row.node());
      blocks.forEach(block -> printBlock(row.below(), block));
      if (!blocks.isEmpty() && i < rows.size() - 1) {
        out.println(style.paint(Tone.DIM, row.below().stripTrailing()));
      }
    }
  }

  private void printHeader(Trace trace) {
    TraceSummary summary = trace.summary();
    String status = StatusText.of(summary, glyphs);
    int nameColumns = columns - TextLayout.width(status) - GAP.length();
    String name = TextLayout.fit(SafeText.line(summary.name()), nameColumns, glyphs.ellipsis());
    out.println(
        style.paint(StatusText.tone(summary.status()), status)
            + GAP
            + style.paint(Tone.BOLD, name));
    printField("trace", summary.traceId());
    printField("service", String.join(", ", summary.services()));
    String lasted = Figures.duration(summary.durationNanos(clock.millis() * 1_000_000));
    printField(
        "started",
        Times.local(summary.startNanos(), clock.getZone())
            + ", "
            + switch (summary.status()) {
              case RUNNING -> "running for " + lasted;
              case INTERRUPTED ->
                  summary.endNanos() == 0
                      ? "interrupted"
                      : "interrupted after " + lasted + " or more";
              default -> "took " + lasted;
            });
    printField("spans", spans(summary));
    if (summary.inputTokens() > 0 || summary.outputTokens() > 0) {
      printField(
          "tokens",
          "%,d in, %,d out".formatted(summary.inputTokens(), summary.outputTokens())
              + (summary.cachedTokens() > 0
                  ? ", %,d cached".formatted(summary.cachedTokens())
                  : ""));
    }
    trace.runs().forEach(run -> printField("run", describe(run)));
  }

  private static String spans(TraceSummary summary) {
    return summary.errorCount() == 0
        ? Figures.count(summary.spanCount())
        : Figures.count(summary.spanCount()) + ", " + summary.errorCount() + " failed";
  }

  private String describe(Run run) {
    RunInfo info = run.info();
    if (info == null) {
      return run.id() + " (its run.json is missing)";
    }
    String state =
        run.alive(clock.millis())
            ? "alive"
            : info.state().equals("running") ? "interrupted" : info.state();
    return run.id() + ", pid " + info.pid() + ", " + info.command() + ", " + state;
  }

  private void printField(String label, String value) {
    out.println(
        style.paint(Tone.DIM, TextLayout.padRight(label, LABEL_COLUMNS))
            + TextLayout.fit(SafeText.line(value), columns - LABEL_COLUMNS, glyphs.ellipsis()));
  }

  private void printRow(TreeRow row, Widths widths, Waterfall waterfall) {
    Span span = row.node().span();
    Tone tone = StatusText.tone(StatusText.of(span));
    String mark = StatusText.mark(StatusText.of(span), glyphs);
    int room = widths.name() - TextLayout.width(row.branches()) - 2;
    String name = TextLayout.fit(SafeText.line(span.name()), room, glyphs.ellipsis());
    StringBuilder line = new StringBuilder();
    line.append(style.paint(Tone.DIM, row.branches()))
        .append(style.paint(tone, mark))
        .append(' ')
        .append(style.paint(Tone.BOLD, name))
        .append(" ".repeat(Math.max(0, room - TextLayout.width(name))));
    if (widths.bar() > 0) {
      line.append(GAP).append(style.paint(barTone(span), waterfall.bar(span)));
    }
    line.append(GAP).append(TextLayout.padLeft(duration(span), widths.duration()));
    if (widths.tokens() > 0) {
      line.append(GAP).append(TextLayout.padLeft(tokens(span), widths.tokens()));
    }
    if (widths.model() > 0) {
      String model = TextLayout.fit(model(span), widths.model(), glyphs.ellipsis());
      line.append(GAP).append(style.paint(Tone.DIM, model));
    }
    out.println(line.toString().stripTrailing());
  }

  private void printBlock(String below, Block block) {
    String margin = style.paint(Tone.DIM, below);
    String label =
        block.wide() ? "" : TextLayout.padRight(SafeText.line(block.label()), LABEL_COLUMNS) + GAP;
    int labelColumns = TextLayout.width(label);
    int textColumns = Math.max(MIN_TEXT_COLUMNS, columns - TextLayout.width(below) - labelColumns);
    List<String> lines = TextLayout.wrap(SafeText.block(block.text()), textColumns);
    int hiddenCount =
        full || lines.size() <= block.maxLines() + 1L ? 0 : lines.size() - block.maxLines();
    for (int i = 0; i < lines.size() - hiddenCount; i++) {
      String head = i == 0 ? style.paint(block.labelTone(), label) : " ".repeat(labelColumns);
      out.println((margin + head + style.paint(block.textTone(), lines.get(i))).stripTrailing());
    }
    if (hiddenCount > 0) {
      String more =
          glyphs.ellipsis() + " " + Figures.plural(hiddenCount, "more line") + ", use --full";
      out.println(margin + " ".repeat(labelColumns) + style.paint(Tone.DIM, more));
    }
  }

  private Widths widths(List<TreeRow> rows) {
    int name = 0;
    int duration = 0;
    int tokens = 0;
    int model = 0;
    for (TreeRow row : rows) {
      Span span = row.node().span();
      name =
          Math.max(
              name,
              TextLayout.width(row.branches()) + 2 + TextLayout.width(SafeText.line(span.name())));
      duration = Math.max(duration, TextLayout.width(duration(span)));
      tokens = Math.max(tokens, TextLayout.width(tokens(span)));
      model = Math.max(model, Math.min(MAX_MODEL_COLUMNS, TextLayout.width(model(span))));
    }
    int others = GAP.length() + duration + gapped(tokens) + gapped(model);
    int room = columns - others;
    if (room - GAP.length() - MIN_BAR_COLUMNS < MIN_NAME_COLUMNS) {
      return new Widths(
          Math.max(MIN_NAME_COLUMNS, Math.min(name, room)), 0, duration, tokens, model);
    }
    name = Math.min(name, room - GAP.length() - MIN_BAR_COLUMNS);
    int bar = Math.min(MAX_BAR_COLUMNS, room - GAP.length() - name);
    return new Widths(name, bar, duration, tokens, model);
  }

  private static int gapped(int width) {
    return width == 0 ? 0 : width + GAP.length();
  }

  private static String duration(Span span) {
    return switch (span.state()) {
      case ENDED -> Figures.duration(Math.max(0, span.endNanos() - span.startNanos()));
      case RUNNING -> "running";
      case INTERRUPTED -> "interrupted";
    };
  }

  private String tokens(Span span) {
    Number input = span.attributes().number(GenAi.INPUT_TOKENS);
    Number output = span.attributes().number(GenAi.OUTPUT_TOKENS);
    if (input == null && output == null) {
      return "";
    }
    String left = input == null ? "?" : Figures.count(input.longValue());
    String right = output == null ? "?" : Figures.count(output.longValue());
    return left + " " + glyphs.arrow() + " " + right;
  }

  /** Returns the model, unless the name of the span says it already. */
  private static String model(Span span) {
    String requested = span.attributes().text(GenAi.REQUEST_MODEL);
    String answered = span.attributes().text(GenAi.RESPONSE_MODEL);
    String model = answered != null ? answered : requested != null ? requested : "";
    return span.name().endsWith(" " + model) ? "" : SafeText.line(model);
  }

  private static Tone barTone(Span span) {
    if (span.status() == Span.Status.ERROR) {
      return Tone.RED;
    }
    String operation = span.attributes().text(GenAi.OPERATION);
    return switch (operation == null ? "" : operation) {
      case "chat", "generate_content", "text_completion" -> Tone.CYAN;
      case "execute_tool" -> Tone.MAGENTA;
      case "embeddings",
          "retrieval",
          "rerank",
          "ingest",
          "upsert_embeddings",
          "delete_embeddings" ->
          Tone.GREEN;
      case "moderation", "generate_image", "generate_speech", "transcribe_audio" -> Tone.CYAN;
      default -> Tone.BLUE;
    };
  }
}
