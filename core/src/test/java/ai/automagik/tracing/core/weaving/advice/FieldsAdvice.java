package ai.automagik.tracing.core.weaving.advice;

import ai.automagik.tracing.core.weaving.TestDispatcher;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Notes the fields {@code name}, {@code number} and {@code COUNT}. */
final class FieldsAdvice {
  private FieldsAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(
      @Advice.This Object self,
      @Advice.FieldValue("name") String name,
      @Advice.FieldValue(value = "number", typing = Assigner.Typing.DYNAMIC) Object number,
      @Advice.FieldValue("COUNT") long count) {
    TestDispatcher.note(self.getClass().getSimpleName() + " " + name + " " + number + " " + count);
  }
}
