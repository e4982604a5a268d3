package ai.automagik.tracing.core.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The form of a {@code .env} file: {@code KEY=value} in each line, with {@code export}, quotes and
 * comments as shells have them. A backslash is a backslash. Lines of another form are ignored: they
 * are meant for somebody else. Stateless.
 */
final class EnvFile {
  private EnvFile() {}

  static Map<String, String> read(Reader in) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    BufferedReader lines = new BufferedReader(in);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String text = line.startsWith("\ufeff") ? line.substring(1).trim() : line.trim();
      int equals = text.indexOf('=');
      if (equals > 0 && text.charAt(0) != '#') {
        String key = text.substring(0, equals).trim();
        if (key.startsWith("export ")) {
          key = key.substring("export ".length()).trim();
        }
        values.put(key, value(text.substring(equals + 1).trim()));
      }
    }
    return values;
  }

  private static String value(String text) {
    char quote = text.isEmpty() ? 0 : text.charAt(0);
    int end = quote == '"' || quote == '\'' ? text.indexOf(quote, 1) : -1;
    if (end > 0) {
      return text.substring(1, end);
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '#' && (i == 0 || Character.isWhitespace(text.charAt(i - 1)))) {
        return text.substring(0, i).trim();
      }
    }
    return text;
  }
}
