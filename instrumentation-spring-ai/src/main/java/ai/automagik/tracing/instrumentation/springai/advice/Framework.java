package ai.automagik.tracing.instrumentation.springai.advice;

/** How spans of this module say where they are from. */
final class Framework {
  static final String NAME = "spring-ai";

  private Framework() {}
}
