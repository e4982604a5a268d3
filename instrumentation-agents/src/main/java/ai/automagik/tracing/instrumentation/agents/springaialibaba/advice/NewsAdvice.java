package ai.automagik.tracing.instrumentation.agents.springaialibaba.advice;

import com.alibaba.cloud.ai.graph.GraphRunnerContext;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Before whoever listens to a run is told what becomes of its nodes. */
final class NewsAdvice {
  private NewsAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(
      @Advice.This GraphRunnerContext context,
      @Advice.Argument(0) @Nullable String news,
      @Advice.Argument(1) @Nullable Exception error) {
    if (news != null) {
      Nodes.told(context, news, error);
    }
  }
}
