package ai.automagik.tracing.instrumentation.agents.semantickernel.advice;

/** How spans of this module say where they are from. */
final class Framework {
  static final String NAME = "semantic-kernel";

  private Framework() {}
}
