package ai.automagik.tracing.instrumentation.mcp.advice;

import ai.automagik.tracing.instrumentation.mcp.McpMeta;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How parameters of one class are told a trace context. Immutable.
 *
 * <p>By reflection, because most have got a place for it in 0.11 only. Where there is none, a map
 * of what the record holds goes in its place, which looks the same on the wire.
 */
final class Telling {
  private static final String SDK = "io.modelcontextprotocol.spec.McpSchema$";

  private static final ClassValue<Telling> TELLINGS =
      new ClassValue<>() {
        @Override
        protected Telling computeValue(Class<?> type) {
          return new Telling(type);
        }
      };

  private final String[] names;
  private final Method[] getters;
  private final @Nullable Constructor<?> constructor;

  /** Which one is for the context; negative when none is. */
  private final int meta;

  private Telling(Class<?> type) {
    RecordComponent[] components =
        type.getName().startsWith(SDK) && type.isRecord()
            ? type.getRecordComponents()
            : new RecordComponent[0];
    names = new String[components.length];
    getters = new Method[components.length];
    Class<?>[] types = new Class<?>[components.length];
    int place = -1;
    for (int i = 0; i < components.length; i++) {
      JsonProperty property = components[i].getAccessor().getAnnotation(JsonProperty.class);
      names[i] =
          property == null || property.value().isEmpty()
              ? components[i].getName()
              : property.value();
      getters[i] = components[i].getAccessor();
      types[i] = components[i].getType();
      if (names[i].equals(McpMeta.KEY)) {
        place = i;
      }
    }
    meta = place;
    constructor = components.length == 0 ? null : constructor(type, types);
  }

  /**
   * A copy of a request that has a trace context too.
   *
   * @return null when it has one already, or cannot have one
   */
  static @Nullable JSONRPCRequest tell(JSONRPCRequest request, String traceparent)
      throws ReflectiveOperationException {
    Object before = request.params();
    Object with =
        before == null
            ? Map.of(McpMeta.KEY, McpMeta.with(null, traceparent))
            : before instanceof Map<?, ?> map
                ? inMap(map, traceparent)
                : TELLINGS.get(before.getClass()).inRecord(before, traceparent);
    return with == null
        ? null
        : new JSONRPCRequest(request.jsonrpc(), request.method(), request.id(), with);
  }

  @SuppressWarnings("unchecked") // keys of parameters are texts
  private static @Nullable Object inMap(Map<?, ?> parameters, String traceparent) {
    Object before = parameters.get(McpMeta.KEY);
    Map<String, Object> with =
        McpMeta.with(
            before instanceof Map<?, ?> map ? (Map<String, Object>) map : null, traceparent);
    if (with == null) {
      return null;
    }
    Map<Object, Object> copy = new LinkedHashMap<>(parameters);
    copy.put(McpMeta.KEY, with);
    return copy;
  }

  @SuppressWarnings("unchecked") // as it is declared
  private @Nullable Object inRecord(Object parameters, String traceparent)
      throws ReflectiveOperationException {
    if (constructor == null) {
      return null;
    }
    Object[] values = new Object[getters.length];
    for (int i = 0; i < getters.length; i++) {
      values[i] = getters[i].invoke(parameters);
    }
    if (meta >= 0) {
      Map<String, Object> with = McpMeta.with((Map<String, Object>) values[meta], traceparent);
      if (with == null) {
        return null;
      }
      values[meta] = with;
      return constructor.newInstance(values);
    }
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        map.put(names[i], values[i]);
      }
    }
    map.put(McpMeta.KEY, McpMeta.with(null, traceparent));
    return map;
  }

  private static @Nullable Constructor<?> constructor(Class<?> type, Class<?>[] types) {
    try {
      return type.getConstructor(types);
    } catch (NoSuchMethodException notPublic) {
      return null;
    }
  }
}
