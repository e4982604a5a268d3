package ai.automagik.tracing.viewer;

import java.io.Console;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/**
 * Where commands print to, and what can be printed there. Not thread-safe.
 *
 * <p>Commands flush it; closing is left to its owner.
 */
public final class Terminal {
  private static final int DEFAULT_COLUMNS = 100;
  private static final int MIN_COLUMNS = 40;
  private static final int MAX_COLUMNS = 400;

  /** How something that was examined stands. */
  public enum Verdict {
    FINE,
    /** Works, but the user should know. */
    NOTE,
    WRONG
  }

  private final PrintWriter out;
  private final PrintWriter err;
  private final int columns;
  private final boolean colorByDefault;
  private final Charset charset;

  /**
   * @param out where results go
   * @param err where notes and errors go
   * @param columns how many columns a line has; kept between 40 and 400
   * @param colorByDefault whether to colour unless the user says otherwise
   * @param charset what can be encoded; box characters need more than ASCII
   */
  public Terminal(Writer out, Writer err, int columns, boolean colorByDefault, Charset charset) {
    this.out = new PrintWriter(out);
    this.err = new PrintWriter(err);
    this.columns = Math.max(MIN_COLUMNS, Math.min(MAX_COLUMNS, columns));
    this.colorByDefault = colorByDefault;
    this.charset = charset;
  }

  /** Returns the terminal, file or pipe behind System.out and System.err. */
  public static Terminal system() {
    Charset outCharset = charset("stdout.encoding");
    return new Terminal(
        writer(System.out, outCharset),
        writer(System.err, charset("stderr.encoding")),
        columns(System.getenv("COLUMNS")),
        isTerminal() && isUnset(System.getenv("NO_COLOR")) && !"dumb".equals(System.getenv("TERM")),
        outCharset);
  }

  /** Returns where results go. */
  public PrintWriter out() {
    return out;
  }

  /** Returns where notes and errors go. */
  public PrintWriter err() {
    return err;
  }

  int columns() {
    return columns;
  }

  Charset charset() {
    return charset;
  }

  Glyphs glyphs() {
    return charset.canEncode() && charset.newEncoder().canEncode(Glyphs.UNICODE.all())
        ? Glyphs.UNICODE
        : Glyphs.ASCII;
  }

  Style style(ColorChoice choice) {
    return new Style(
        switch (choice) {
          case AUTO -> colorByDefault;
          case ALWAYS -> true;
          case NEVER -> false;
        });
  }

  /** Prints one line about something that was examined, with a mark before it. */
  public void finding(Verdict verdict, String what) {
    Style style = style(ColorChoice.AUTO);
    String mark =
        switch (verdict) {
          case FINE -> style.paint(Style.Tone.GREEN, glyphs().ok());
          case NOTE -> style.paint(Style.Tone.YELLOW, "!");
          case WRONG -> style.paint(Style.Tone.RED, glyphs().error());
        };
    out.println(mark + " " + SafeText.line(what));
  }

  /**
   * Prints one JSON document, indented.
   *
   * @param document String, Boolean, Number, List or Map (of the same, with text keys), or null;
   *     anything else is written as its text
   */
  public void json(@Nullable Object document) {
    JsonText.indented(new JsonOutput(this), document);
  }

  void note(String line) {
    err.println("note: " + SafeText.line(line));
  }

  void error(String line) {
    err.println(SafeText.line(line));
  }

  /** Writes out what was printed. */
  public void flush() {
    out.flush();
    err.flush();
  }

  static int columns(@Nullable String value) {
    try {
      int columns = value == null ? 0 : Integer.parseInt(value.trim());
      return columns > 0 ? columns : DEFAULT_COLUMNS;
    } catch (NumberFormatException e) {
      return DEFAULT_COLUMNS;
    }
  }

  private static Writer writer(OutputStream stream, Charset charset) {
    return new OutputStreamWriter(stream, charset);
  }

  /** Since JDK 22 there is a console even where there is no terminal; Console.isTerminal tells. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** JDK 17 knows neither stdout.encoding nor stderr.encoding, but native.encoding. */
  private static Charset charset(String property) {
    for (String name :
        new String[] {
          System.getProperty(property),
          System.getProperty("sun." + property),
          System.getProperty("native.encoding")
        }) {
      try {
        if (name != null) {
          return Charset.forName(name);
        }
      } catch (IllegalCharsetNameException | UnsupportedCharsetException ignored) {
        // The next property may name one that exists.
      }
    }
    return Charset.defaultCharset();
  }

  private static boolean isUnset(@Nullable String value) {
    return value == null || value.isEmpty();
  }
}
