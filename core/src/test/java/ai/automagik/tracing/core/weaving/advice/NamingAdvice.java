package ai.automagik.tracing.core.weaving.advice;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToFields.ToField;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Puts another value into the field {@code name}. */
final class NamingAdvice {
  private NamingAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToFields(@ToField(value = "name", typing = Assigner.Typing.DYNAMIC))
  public static Object onExit(@Advice.FieldValue("name") String name) {
    return name.isEmpty() ? null : name + "!";
  }
}
