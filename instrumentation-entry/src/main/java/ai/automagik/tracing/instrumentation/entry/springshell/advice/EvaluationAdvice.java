package ai.automagik.tracing.instrumentation.entry.springshell.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.instrumentation.entry.InvokedCommand;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Around one command of Spring Shell 3. Its classes have other names than those of today. */
final class EvaluationAdvice {
  private EvaluationAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.FieldValue(value = "commandCatalog", typing = Assigner.Typing.DYNAMIC) Object catalog,
      @Advice.Argument(0) String[] words) {
    return InvokedCommand.begin(() -> Catalog.longestName(catalog, words));
  }

  @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable failure) {
    if (entered instanceof ActiveSpan span) {
      InvokedCommand.end(span, null, failure);
    }
  }
}
