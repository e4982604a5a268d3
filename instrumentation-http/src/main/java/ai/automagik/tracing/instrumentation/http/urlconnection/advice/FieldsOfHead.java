package ai.automagik.tracing.instrumentation.http.urlconnection.advice;

import ai.automagik.tracing.instrumentation.http.Headers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers as a connection has them: in the spelling in which they came. */
record FieldsOfHead(Map<String, List<String>> fields) implements Headers {

  @Override
  public @Nullable String first(String name) {
    for (Map.Entry<String, List<String>> field : fields.entrySet()) {
      if (name.equalsIgnoreCase(field.getKey())) { // the status line has no name
        return field.getValue().get(0);
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
