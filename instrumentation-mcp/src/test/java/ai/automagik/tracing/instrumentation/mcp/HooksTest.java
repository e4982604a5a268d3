package ai.automagik.tracing.instrumentation.mcp;

import ai.automagik.tracing.core.instrumentation.HooksRules;

/** The hooks against the newest MCP SDK. */
final class HooksTest extends HooksRules {}
