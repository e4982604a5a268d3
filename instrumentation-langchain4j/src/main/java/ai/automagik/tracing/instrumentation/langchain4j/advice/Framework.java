package ai.automagik.tracing.instrumentation.langchain4j.advice;

/** How spans of this module say where they are from. */
final class Framework {
  static final String NAME = "langchain4j";

  private Framework() {}
}
