package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import net.bytebuddy.asm.Advice;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisorChain;

/** Before a chain of advisors goes on, for an answer in pieces. */
final class StreamAdvisorsAdvice {
  private StreamAdvisorsAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(@Advice.This StreamAdvisorChain chain) {
    ActiveSpan agent = AdvisorNames.untold();
    if (agent != null) {
      AdvisorNames.tell(agent, chain.getStreamAdvisors());
    }
  }
}
