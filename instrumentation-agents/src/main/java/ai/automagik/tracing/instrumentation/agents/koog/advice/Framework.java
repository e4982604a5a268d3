package ai.automagik.tracing.instrumentation.agents.koog.advice;

/** How spans of this module say where they are from. */
final class Framework {
  static final String NAME = "koog";

  private Framework() {}
}
