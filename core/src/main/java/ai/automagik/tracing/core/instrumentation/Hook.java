package ai.automagik.tracing.core.instrumentation;

import java.util.List;

/**
 * One method of a library and the advice that goes around it. Immutable.
 *
 * @param module name of the instrumentation module, for example {@code langchain4j}
 * @param className the class whose methods are woven, or an interface
 * @param implementations whether the classes are meant that declare to implement the interface, or
 *     to extend the class
 * @param methodName the method, or {@code <init>}
 * @param parameterTypes names of the parameter types; {@code *} at the end stands for any further
 *     ones
 * @param advice name of the advice class
 */
public record Hook(
    String module,
    String className,
    boolean implementations,
    String methodName,
    List<String> parameterTypes,
    String advice) {

  /** Whether a method with these parameter types is meant. */
  public boolean accepts(List<String> types) {
    int last = parameterTypes.size() - 1;
    boolean open = last >= 0 && parameterTypes.get(last).equals("*");
    int fixed = open ? last : parameterTypes.size();
    if (open ? types.size() < fixed : types.size() != fixed) {
      return false;
    }
    return parameterTypes.subList(0, fixed).equals(types.subList(0, fixed));
  }
}
