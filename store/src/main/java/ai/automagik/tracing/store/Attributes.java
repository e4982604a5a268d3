package ai.automagik.tracing.store;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The typed attributes of a span, an event or a resource, in the order in which they were written.
 *
 * @param values String, Boolean, Long, Double, byte[], List or Map (of the same), or null
 */
public record Attributes(Map<String, @Nullable Object> values) {

  /** No attributes. */
  public static final Attributes EMPTY = new Attributes(Map.of());

  static Attributes decode(List<KeyValue> pairs) {
    return pairs.isEmpty() ? EMPTY : new Attributes(map(pairs));
  }

  /** Returns a text attribute, or null when it is missing or no text. */
  public @Nullable String text(String key) {
    return values.get(key) instanceof String text ? text : null;
  }

  /** Returns a number attribute, or null when it is missing or no number. */
  public @Nullable Number number(String key) {
    return values.get(key) instanceof Number number ? number : null;
  }

  /** Returns the texts of a list attribute; empty when it is missing or no list. */
  public List<String> texts(String key) {
    if (!(values.get(key) instanceof List<?> list)) {
      return List.of();
    }
    return list.stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  static @Nullable Object value(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> value.getBoolValue();
      case INT_VALUE -> value.getIntValue();
      case DOUBLE_VALUE -> value.getDoubleValue();
      case BYTES_VALUE -> value.getBytesValue().toByteArray();
      case ARRAY_VALUE -> list(value.getArrayValue().getValuesList());
      case KVLIST_VALUE -> map(value.getKvlistValue().getValuesList());
      default -> null;
    };
  }

  private static List<@Nullable Object> list(List<AnyValue> values) {
    List<@Nullable Object> list = new ArrayList<>(values.size());
    for (AnyValue value : values) {
      list.add(value(value));
    }
    return Collections.unmodifiableList(list);
  }

  private static Map<String, @Nullable Object> map(List<KeyValue> pairs) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (KeyValue pair : pairs) {
      map.put(pair.getKey(), value(pair.getValue()));
    }
    return Collections.unmodifiableMap(map);
  }
}
