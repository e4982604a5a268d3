package ai.automagik.tracing.core.instrumentation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One hook as it was read: checked, but not taken apart, because most JVMs never load its class.
 * Immutable.
 *
 * @param text {@code <class>#<method>(<parameter types>) <advice>}, without a comment
 * @param hash the index of {@code #}
 * @param open the index of the bracket that opens
 * @param close the index of the bracket that closes
 */
record HookLine(String module, String advicePackage, String text, int hash, int open, int close) {

  /**
   * Checks one line.
   *
   * @throws IOException when it is not of the described form
   */
  static HookLine read(String module, String advicePackage, String line) throws IOException {
    int hash = line.indexOf('#');
    int open = line.indexOf('(', hash);
    int close = line.indexOf(')', open);
    int comment = line.indexOf("//", close);
    String text = comment < 0 ? line : line.substring(0, comment).trim();
    if (module.isEmpty() || hash < 1 || open < 0 || close < 0 || close + 2 > text.length()) {
      throw new IOException("expected \"<class>#<method>(<types>) <advice>\" in a module: " + text);
    }
    return new HookLine(module, advicePackage, text, hash, open, close);
  }

  boolean implementations() {
    return text.charAt(hash - 1) == '+';
  }

  String className() {
    return text.substring(0, implementations() ? hash - 1 : hash);
  }

  Hook hook() {
    List<String> types = new ArrayList<>();
    for (int at = open + 1; at < close; ) {
      int comma = text.indexOf(',', at);
      int end = comma < 0 || comma > close ? close : comma;
      types.add(text.substring(at, end).trim());
      at = end + 1;
    }
    return new Hook(
        module,
        className(),
        implementations(),
        text.substring(hash + 1, open),
        types,
        advicePackage + "." + text.substring(close + 1).trim());
  }
}
