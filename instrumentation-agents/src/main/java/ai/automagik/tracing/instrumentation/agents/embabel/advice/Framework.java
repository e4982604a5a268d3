package ai.automagik.tracing.instrumentation.agents.embabel.advice;

/** How spans of this module say where they are from. */
final class Framework {
  static final String NAME = "embabel";

  private Framework() {}
}
