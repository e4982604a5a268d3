package ai.automagik.tracing.instrumentation.http.urlconnection.advice;

import ai.automagik.tracing.instrumentation.http.Headers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The headers as a connection has them: in the spelling in which they came. Taken out of its map
 * once, because that makes an object of each field whenever somebody looks through it.
 */
final class FieldsOfHead implements Headers {
  private final @Nullable String[] names;
  private final @Nullable String[] values;

  FieldsOfHead(Map<String, List<String>> fields) {
    this.names = new String[fields.size()];
    this.values = new String[names.length];
    int i = 0;
    for (Map.Entry<String, List<String>> field : fields.entrySet()) {
      names[i] = field.getKey(); // the status line has none
      values[i++] = field.getValue().get(0);
    }
  }

  @Override
  public @Nullable String first(String name) {
    for (int i = 0; i < names.length; i++) {
      if (name.equalsIgnoreCase(names[i])) {
        return values[i];
      }
    }
    return null;
  }

  /** Negative when it is not said, or wrong. */
  long contentLength() {
    String length = first("content-length");
    try {
      return length == null || first("transfer-encoding") != null ? -1 : Long.parseLong(length);
    } catch (NumberFormatException wrong) {
      return -1;
    }
  }
}
