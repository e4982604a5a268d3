package ai.automagik.tracing.instrumentation.quarkus;

import ai.automagik.tracing.core.instrumentation.HooksRules;

/** The hooks against the newest Quarkus LangChain4j. */
final class HooksTest extends HooksRules {
  /** Where older versions keep what is a class of its own since. */
  private static final String TOKEN_STREAM_MULTI =
      "io.quarkiverse.langchain4j.runtime.aiservice.AiServiceMethodImplementationSupport"
          + "$TokenStreamMulti";

  HooksTest() {
    super(TOKEN_STREAM_MULTI + "#<init>", TOKEN_STREAM_MULTI + "#subscribe");
  }
}
