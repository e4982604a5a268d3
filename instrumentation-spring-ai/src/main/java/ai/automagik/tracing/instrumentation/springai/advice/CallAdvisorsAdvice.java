package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import net.bytebuddy.asm.Advice;
import org.springframework.ai.chat.client.advisor.api.CallAdvisorChain;

/** Before a chain of advisors goes on, for a whole answer. */
final class CallAdvisorsAdvice {
  private CallAdvisorsAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(@Advice.This CallAdvisorChain chain) {
    ActiveSpan agent = AdvisorNames.untold();
    if (agent != null) {
      AdvisorNames.tell(agent, chain.getCallAdvisors());
    }
  }
}
