package ai.automagik.tracing.instrumentation.langchain4j.agentic.advice;

import ai.automagik.tracing.core.trace.Values;
import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.agentic.scope.AgenticScope;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.V;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the parameters of an agent's method are called, and which of them names the conversation.
 * Immutable; one per method is kept.
 */
final class AgentMethod {
  private static final int MAX_METHODS = 1_000;
  private static final int NONE = -1;
  private static final ConcurrentHashMap<Method, AgentMethod> KNOWN = new ConcurrentHashMap<>();

  /** Null for those that are no input: the scope, and the conversation. */
  private final @Nullable String[] names;

  private final int memoryId;
  private final boolean untyped;

  private AgentMethod(Method method) {
    Parameter[] parameters = method.getParameters();
    names = new String[parameters.length];
    untyped = method.getDeclaringClass() == UntypedAgent.class;
    int found = NONE;
    for (int i = 0; i < parameters.length; i++) {
      Parameter parameter = parameters[i];
      if (parameter.isAnnotationPresent(MemoryId.class)) {
        found = i;
      } else if (!AgenticScope.class.isAssignableFrom(parameter.getType())) {
        names[i] = name(parameter);
      }
    }
    memoryId = found;
  }

  static AgentMethod of(Method method) {
    AgentMethod known = KNOWN.get(method);
    if (known == null) {
      known = new AgentMethod(method);
      if (KNOWN.size() < MAX_METHODS) {
        KNOWN.put(method, known);
      }
    }
    return known;
  }

  private static String name(Parameter parameter) {
    V variable = parameter.getAnnotation(V.class);
    if (variable != null) {
      return variable.value();
    }
    P described = parameter.getAnnotation(P.class);
    return described == null || parameter.isNamePresent() ? parameter.getName() : described.value();
  }

  /** The arguments by name; null when there are none. An untyped agent gets all in one map. */
  @Nullable Object arguments(@Nullable Object @Nullable [] arguments) {
    if (arguments == null || arguments.length == 0) {
      return null;
    }
    return untyped && arguments[0] instanceof Map<?, ?> all
        ? SharedState.of(all)
        : Values.named(names, arguments);
  }

  /**
   * The id of the conversation as text; null when the method has none, or one whose text only the
   * application can make.
   */
  @Nullable String conversation(@Nullable Object @Nullable [] arguments) {
    Object id =
        arguments == null || memoryId == NONE || memoryId >= arguments.length
            ? null
            : arguments[memoryId];
    return id instanceof String || id instanceof Integer || id instanceof Long || id instanceof UUID
        ? id.toString()
        : id instanceof Enum<?> constant ? constant.name() : null;
  }
}
