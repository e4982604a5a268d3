package ai.automagik.tracing.core.weaving;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * What an advice class declares, in the annotations of Byte Buddy's {@code Advice}: a method to be
 * called before the woven method's own code, one to be called after it, or both. Immutable.
 *
 * @param module name of the instrumentation module that it belongs to
 * @param className of the advice class, for example {@code com.acme.advice.ReadAdvice}
 * @param onEnter null when nothing is called before
 * @param onExit null when nothing is called after
 */
record Advice(String module, String className, @Nullable Call onEnter, @Nullable Call onExit) {

  /** The type of what {@code onEnter} hands over to {@code onExit}; null when nothing. */
  @Nullable Type entered() {
    return onEnter == null || onEnter.returned().equals(Type.VOID_TYPE) ? null : onEnter.returned();
  }

  /** Whether {@code onExit} is called when the woven method throws, too. */
  boolean seesThrown() {
    return onExit != null && onExit.onThrowable();
  }

  /**
   * A call of one advice method.
   *
   * @param method its name
   * @param descriptor its parameter types and its result, as in the class file
   * @param given what it is given, one for each parameter
   * @param onThrowable of {@code onExit}: whether it is called when the woven method throws, too
   * @param assigned where its result goes
   */
  record Call(
      String method,
      String descriptor,
      List<Given> given,
      boolean onThrowable,
      List<Assigned> assigned) {

    Type returned() {
      return Type.getReturnType(descriptor);
    }
  }

  /** What a parameter of an advice method is given. */
  enum Source {
    THIS,
    ARGUMENT,
    ALL_ARGUMENTS,
    FIELD,
    /** What {@code onEnter} returned. */
    ENTERED,
    RETURNED,
    THROWN
  }

  /**
   * What one parameter of an advice method is given.
   *
   * @param index of the argument
   * @param field name of the field; empty for any other source
   * @param optional whether null or 0 is given when the woven method has no such argument
   */
  record Given(Source source, int index, String field, boolean optional) {}

  /**
   * Where the result of an advice method goes, unless it is null.
   *
   * @param argument of the woven method
   * @param field name of the field
   * @param element the element that goes there of the array that is the result; -1 when the result
   *     goes there as it is
   */
  record Assigned(Destination to, int argument, String field, int element) {}

  /** What the result of an advice method replaces. */
  enum Destination {
    RETURNED,
    ARGUMENT,
    FIELD
  }
}
