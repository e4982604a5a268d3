package ai.automagik.tracing.instrumentation.langchain4j.mcp;

import ai.automagik.tracing.core.instrumentation.HooksRules;

/** The hooks against the newest MCP client of LangChain4j. */
final class HooksTest extends HooksRules {}
