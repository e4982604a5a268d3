package ai.automagik.tracing.testing;

/**
 * A tool call that the model asks for, or asked for earlier in the conversation.
 *
 * @param arguments a JSON object as text
 */
public record ToolCall(String id, String name, String arguments) {}
