package ai.automagik.tracing.viewer;

import ai.automagik.tracing.store.TraceList;
import ai.automagik.tracing.store.TraceSummary;
import ai.automagik.tracing.viewer.Style.Tone;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints a list of traces as a table that fits the terminal. */
final class TraceTable {
  private static final String GAP = "  ";
  private static final int ID_DIGITS = 8;
  private static final String AGENT_PREFIX = "invoke_agent ";
  private static final int MAX_SERVICE_COLUMNS = 20;
  private static final int MIN_NAME_COLUMNS = 12;

  /**
   * One column, with a cell for each trace.
   *
   * @param tones how to paint the cells, by row; the header is always dim
   */
  private record Column(String header, boolean right, List<String> cells, List<Tone> tones) {
    int columns() {
      int columns = TextLayout.width(header);
      for (String cell : cells) {
        columns = Math.max(columns, TextLayout.width(cell));
      }
      return columns;
    }
  }

  private final Terminal terminal;
  private final Style style;
  private final Glyphs glyphs;
  private final Clock clock;

  TraceTable(Terminal terminal, Style style, Clock clock) {
    this.terminal = terminal;
    this.style = style;
    this.glyphs = terminal.glyphs();
    this.clock = clock;
  }

  void print(TraceList list, String showCommand) {
    List<Column> columns = columns(list.traces());
    printRow(columns, -1);
    for (int row = 0; row < list.traces().size(); row++) {
      printRow(columns, row);
    }
    String count =
        list.matchingCount() > list.traces().size()
            ? "the newest "
                + list.traces().size()
                + " of "
                + Figures.plural(list.matchingCount(), "trace")
            : Figures.plural(list.matchingCount(), "trace");
    String hint = count + glyphs.separator() + "look into one: " + showCommand + " ID";
    terminal.out().println();
    terminal.out().println(style.paint(Tone.DIM, hint));
  }

  private List<Column> columns(List<TraceSummary> traces) {
    long nowNanos = clock.millis() * 1_000_000;
    DateTimeFormatter started = startedFormat(traces);
    Column id = column("TRACE", false);
    Column start = column("STARTED", false);
    Column name = column("NAME", false);
    Column service = column("SERVICE", false);
    Column duration = column("DURATION", true);
    Column input = column("IN", true);
    Column output = column("OUT", true);
    Column spans = column("SPANS", true);
    Column status = column("STATUS", false);
    for (TraceSummary trace : traces) {
      add(id, trace.traceId().substring(0, ID_DIGITS), Tone.CYAN);
      add(start, started.format(Times.at(trace.startNanos(), clock.getZone())), Tone.DIM);
      add(name, SafeText.line(trace.name()), Tone.BOLD);
      String services = SafeText.line(String.join(", ", trace.services()));
      add(service, TextLayout.fit(services, MAX_SERVICE_COLUMNS, glyphs.ellipsis()), Tone.PLAIN);
      long durationNanos = trace.durationNanos(nowNanos);
      boolean unknownEnd = durationNanos == 0 && trace.endNanos() == 0;
      add(duration, unknownEnd ? "-" : Figures.duration(durationNanos), Tone.PLAIN);
      boolean noTokens = trace.inputTokens() == 0 && trace.outputTokens() == 0;
      add(input, noTokens ? "-" : Figures.count(trace.inputTokens()), Tone.PLAIN);
      add(output, noTokens ? "-" : Figures.count(trace.outputTokens()), Tone.PLAIN);
      add(spans, Figures.count(trace.spanCount()), Tone.PLAIN);
      add(status, StatusText.of(trace, glyphs), StatusText.tone(trace.status()));
    }
    List<Column> columns = new ArrayList<>(List.of(id, start, name));
    if (traces.stream().map(TraceSummary::services).distinct().count() > 1) {
      columns.add(service);
    }
    columns.addAll(List.of(duration, input, output, spans, status));
    // On a narrow terminal the less important columns go, one by one.
    for (Column expendable : List.of(service, spans, output, input, start, duration)) {
      if (othersColumns(columns, name) + MIN_NAME_COLUMNS > terminal.columns()) {
        columns.removeIf(column -> column.header().equals(expendable.header()));
      }
    }
    fitName(columns, name);
    return columns;
  }

  /** The name takes what the other columns leave; when that is tight, without "invoke_agent". */
  private void fitName(List<Column> columns, Column name) {
    int room = Math.max(MIN_NAME_COLUMNS, terminal.columns() - othersColumns(columns, name));
    if (name.columns() > room) {
      name.cells()
          .replaceAll(
              cell -> cell.startsWith(AGENT_PREFIX) ? cell.substring(AGENT_PREFIX.length()) : cell);
    }
    name.cells().replaceAll(cell -> TextLayout.fit(cell, room, glyphs.ellipsis()));
  }

  private static int othersColumns(List<Column> columns, Column name) {
    int others = 0;
    for (Column column : columns) {
      others += column.header().equals(name.header()) ? 0 : column.columns() + GAP.length();
    }
    return others;
  }

  private void printRow(List<Column> columns, int row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      String text = row < 0 ? column.header() : column.cells().get(row);
      boolean last = i == columns.size() - 1;
      int padding = Math.max(0, column.columns() - TextLayout.width(text));
      line.append(column.right() ? " ".repeat(padding) : "")
          .append(style.paint(row < 0 ? Tone.DIM : column.tones().get(row), text))
          .append(column.right() || last ? "" : " ".repeat(padding))
          .append(last ? "" : GAP);
    }
    terminal.out().println(line);
  }

  /** As short as the traces allow: without the day when all are of today. */
  private DateTimeFormatter startedFormat(List<TraceSummary> traces) {
    LocalDate today = LocalDate.now(clock);
    boolean allToday = true;
    boolean allThisYear = true;
    for (TraceSummary trace : traces) {
      LocalDate day = Times.at(trace.startNanos(), clock.getZone()).toLocalDate();
      allToday &= day.equals(today);
      allThisYear &= day.getYear() == today.getYear();
    }
    String pattern = allToday ? "HH:mm:ss" : allThisYear ? "MMM dd HH:mm:ss" : "yyyy-MM-dd HH:mm";
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  private static Column column(String header, boolean right) {
    return new Column(header, right, new ArrayList<>(), new ArrayList<>());
  }

  private static void add(Column column, String cell, Tone tone) {
    column.cells().add(cell);
    column.tones().add(tone);
  }
}
