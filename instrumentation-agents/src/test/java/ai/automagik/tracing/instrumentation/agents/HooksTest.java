package ai.automagik.tracing.instrumentation.agents;

import ai.automagik.tracing.core.instrumentation.HooksRules;

/** The hooks against the newest version of each framework. */
final class HooksTest extends HooksRules {
  HooksTest() {
    super("org.bsc.langgraph4j.CompiledGraph$AsyncNodeGenerator#evaluateAction");
  }
}
