package ai.automagik.tracing.instrumentation.agents.adk.advice;

/** How spans of this module say where they are from. */
final class Framework {
  static final String NAME = "google-adk";

  private Framework() {}
}
