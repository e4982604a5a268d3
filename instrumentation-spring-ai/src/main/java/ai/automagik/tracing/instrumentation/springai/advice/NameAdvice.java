package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.instrumentation.springai.ChatClientNames;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** After a chat client has made what a question, or its answer, is made with. */
final class NameAdvice {
  private NameAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(
      @Advice.This Object maker,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object made) {
    ChatClientNames.pass(maker, made);
  }
}
