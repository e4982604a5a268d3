package ai.automagik.tracing.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of plain text: the first column leans to the left, the others to the right. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... titles) {
    rows.add(List.of(titles));
  }

  Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** A number with so many digits behind the point. */
  static String number(double value, int digits) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  void print(String caption) {
    System.out.println();
    System.out.println(caption);
    for (int i = 0; i < rows.size(); i++) {
      System.out.println(line(rows.get(i)));
      if (i == 0) {
        System.out.println("-".repeat(line(rows.get(0)).length()));
      }
    }
    System.out.flush();
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String padding = " ".repeat(Math.max(0, width(column) - cell.length()));
      line.append(column == 0 ? cell + padding : "  " + padding + cell);
    }
    return line.toString();
  }

  private int width(int column) {
    int width = 0;
    for (List<String> row : rows) {
      if (column < row.size()) {
        width = Math.max(width, row.get(column).length());
      }
    }
    return width;
  }
}
