package ai.automagik.tracing.viewer;

import java.io.FilterWriter;
import java.io.IOException;
import java.nio.charset.CharsetEncoder;

/**
 * Carries a JSON document to a terminal: what a terminal may act on, and what its charset cannot
 * encode, becomes a JSON escape. Such characters can only stand inside JSON strings, so the
 * document stays the same. Closing it only flushes.
 */
final class JsonOutput extends FilterWriter {
  private final CharsetEncoder encoder;
  private final boolean encodesAll;
  private char pendingHighSurrogate;

  JsonOutput(Terminal terminal) {
    super(terminal.out());
    encoder = terminal.charset().newEncoder();
    encodesAll = terminal.charset().name().startsWith("UTF-");
  }

  @Override
  public void write(int character) throws IOException {
    char unit = (char) character;
    if (Character.isLowSurrogate(unit) && pendingHighSurrogate != 0) {
      char high = pendingHighSurrogate;
      pendingHighSurrogate = 0;
      if (encodesAll && !SafeText.isUnsafe(Character.toCodePoint(high, unit))) {
        out.write(high);
        out.write(unit);
      } else {
        escape(high);
        escape(unit);
      }
      return;
    }
    escapePendingHighSurrogate();
    if (Character.isHighSurrogate(unit)) {
      pendingHighSurrogate = unit;
    } else if (isPlain(unit)) {
      out.write(unit);
    } else {
      escape(unit);
    }
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      write(text[i]);
    }
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      write(text.charAt(i));
    }
  }

  @Override
  public void close() throws IOException {
    escapePendingHighSurrogate();
    out.flush();
  }

  private boolean isPlain(char unit) {
    return unit < 0x7f || (!SafeText.isUnsafe(unit) && (encodesAll || encoder.canEncode(unit)));
  }

  private void escapePendingHighSurrogate() throws IOException {
    if (pendingHighSurrogate != 0) {
      escape(pendingHighSurrogate);
      pendingHighSurrogate = 0;
    }
  }

  private void escape(char unit) throws IOException {
    out.write("\\u%04x".formatted((int) unit));
  }
}
