package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.advisor.ChatModelCallAdvisor;
import org.springframework.ai.chat.client.advisor.ChatModelStreamAdvisor;
import org.springframework.ai.chat.client.advisor.api.Advisor;

/** Whose advice an agent takes. Stateless. */
final class AdvisorNames {
  private AdvisorNames() {}

  /**
   * The agent whose chain of advisors goes on; null where that has been told, since a chain goes on
   * from each advisor to the next.
   */
  static @Nullable ActiveSpan untold() {
    ActiveSpan agent = Tracer.current(Operation.INVOKE_AGENT);
    return agent == null
            || agent.has(Attribute.AGENT_ADVISORS)
            || !Framework.NAME.equals(agent.value(Attribute.FRAMEWORK))
        ? null
        : agent;
  }

  /** Tells the names of all but the last, which ask the model. */
  static void tell(ActiveSpan agent, List<? extends Advisor> advisors) {
    List<String> names = new ArrayList<>(advisors.size());
    for (Advisor advisor : advisors) {
      if (!(advisor instanceof ChatModelCallAdvisor)
          && !(advisor instanceof ChatModelStreamAdvisor)) {
        names.add(advisor.getName());
      }
    }
    agent.set(Attribute.AGENT_ADVISORS, names.isEmpty() ? null : names);
  }
}
