package ai.automagik.tracing.instrumentation.langchain4j.advice;

import dev.langchain4j.service.tool.ToolExecutor;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * After an AI service has looked up its tools, before LangChain4j 1.6: lambdas among them are
 * wrapped, because the JVM lets nobody weave their classes. Newer versions call them through a
 * method of the interface.
 */
final class ToolExecutorsAdvice {
  private static final boolean LAMBDAS_ARE_UNSEEN = !hasExecuteWithContext();

  private ToolExecutorsAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter() {
    return LAMBDAS_ARE_UNSEEN ? Boolean.TRUE : null;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable Map<String, ToolExecutor> executors) {
    if (entered == null || executors == null) {
      return null;
    }
    Map<String, ToolExecutor> wrapped = null;
    for (Map.Entry<String, ToolExecutor> entry : executors.entrySet()) {
      if (entry.getValue() != null && entry.getValue().getClass().isHidden()) {
        if (wrapped == null) {
          wrapped = new LinkedHashMap<>(executors);
        }
        wrapped.put(entry.getKey(), new LambdaTool(entry.getValue()));
      }
    }
    return wrapped;
  }

  private static boolean hasExecuteWithContext() {
    for (Method method : ToolExecutor.class.getMethods()) {
      if (method.getName().equals("executeWithContext")) {
        return true;
      }
    }
    return false;
  }
}
