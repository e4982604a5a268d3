package ai.automagik.tracing.instrumentation.langchain4j.mcp.advice;

import ai.automagik.tracing.core.trace.Operation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How messages of one class are read. Immutable.
 *
 * <p>By reflection, because the classes have moved: {@code client.protocol} up to 1.10, {@code
 * protocol} from then on. What they offer has stayed: {@code method}, {@code getId()}, and {@code
 * getParams()} on some.
 */
final class MessageType {
  private static final String WITH_META = "dev.langchain4j.mcp.protocol.McpClientParams";

  private static final ClassValue<MessageType> TYPES =
      new ClassValue<>() {
        @Override
        protected MessageType computeValue(Class<?> type) {
          return new MessageType(type);
        }
      };

  private final @Nullable Field method;
  private final @Nullable Method id;
  private final @Nullable Method params;

  private MessageType(Class<?> type) {
    method = field(type, "method");
    id = getter(type, "getId");
    params = getter(type, "getParams");
  }

  static MessageType of(Object message) {
    return TYPES.get(message.getClass());
  }

  /** What is asked for; null when the message is no request. */
  @Nullable Operation operation(Object message) throws ReflectiveOperationException {
    Object constant = method == null ? null : method.get(message);
    return constant instanceof Enum<?> name
        ? Operation.ofMcp(name.name().toLowerCase(Locale.ROOT).replace('_', '/'))
        : null;
  }

  @Nullable String id(Object message) throws ReflectiveOperationException {
    Object value = id == null ? null : id.invoke(message);
    return value == null ? null : value.toString();
  }

  @Nullable Object params(Object message) throws ReflectiveOperationException {
    return params == null ? null : params.invoke(message);
  }

  /** Whether the parameters, when there are any, are of the type that has a {@code _meta}. */
  boolean hasMeta() {
    return params != null && params.getReturnType().getName().equals(WITH_META);
  }

  private static @Nullable Field field(Class<?> type, String name) {
    try {
      return type.getField(name);
    } catch (NoSuchFieldException otherMessage) {
      return null;
    }
  }

  private static @Nullable Method getter(Class<?> type, String name) {
    try {
      return type.getMethod(name);
    } catch (NoSuchMethodException otherMessage) {
      return null;
    }
  }
}
