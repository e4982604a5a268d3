package ai.automagik.tracing.instrumentation.langchain4j.agentic;

import ai.automagik.tracing.core.instrumentation.HooksRules;

/** The hooks against the newest agentic systems. */
final class HooksTest extends HooksRules {

  HooksTest() {
    super(
        "dev.langchain4j.agentic.a2a.DefaultA2AClientBuilder#invoke",
        "dev.langchain4j.agentic.a2a.DefaultA2AClientBuilder$1#invoke",
        "dev.langchain4j.agentic.internal.AbstractAgentInvocationHandler#executeAgentMethod");
  }
}
