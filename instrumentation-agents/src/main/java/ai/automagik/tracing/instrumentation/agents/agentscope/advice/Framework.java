package ai.automagik.tracing.instrumentation.agents.agentscope.advice;

/** How spans of this module say where they are from. */
final class Framework {
  static final String NAME = "agentscope";

  private Framework() {}
}
