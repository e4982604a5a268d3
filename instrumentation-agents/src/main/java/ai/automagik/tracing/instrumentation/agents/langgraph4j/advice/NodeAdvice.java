package ai.automagik.tracing.instrumentation.agents.langgraph4j.advice;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Before the action of a node, which ends with the step that it is part of. */
final class NodeAdvice {
  private NodeAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(
      @Advice.This Object generator,
      @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) @Nullable Object action) {
    if (action != null) {
      GraphRun.node(generator, action);
    }
  }
}
