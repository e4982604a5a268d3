package ai.automagik.tracing.instrumentation.langchain4j;

import ai.automagik.tracing.core.instrumentation.HooksRules;

/** The hooks against the newest LangChain4j. */
final class HooksTest extends HooksRules {}
