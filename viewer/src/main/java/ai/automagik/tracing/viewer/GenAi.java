package ai.automagik.tracing.viewer;

import java.util.Set;

/** The names of the span attributes that get a place of their own on the screen. */
final class GenAi {
  static final String OPERATION = "gen_ai.operation.name";
  static final String PROVIDER = "gen_ai.provider.name";
  static final String CONVERSATION = "gen_ai.conversation.id";
  static final String REQUEST_MODEL = "gen_ai.request.model";
  static final String RESPONSE_MODEL = "gen_ai.response.model";
  static final String FINISH_REASONS = "gen_ai.response.finish_reasons";
  static final String TIME_TO_FIRST_CHUNK = "gen_ai.response.time_to_first_chunk";
  static final String INPUT_TOKENS = "gen_ai.usage.input_tokens";
  static final String OUTPUT_TOKENS = "gen_ai.usage.output_tokens";
  static final String CACHED_TOKENS = "gen_ai.usage.cache_read.input_tokens";
  static final String REASONING_TOKENS = "gen_ai.usage.reasoning.output_tokens";
  static final String SYSTEM_INSTRUCTIONS = "gen_ai.system_instructions";
  static final String INPUT_MESSAGES = "gen_ai.input.messages";
  static final String OUTPUT_MESSAGES = "gen_ai.output.messages";
  static final String TOOL_DEFINITIONS = "gen_ai.tool.definitions";
  static final String TOOL_ARGUMENTS = "gen_ai.tool.call.arguments";
  static final String TOOL_RESULT = "gen_ai.tool.call.result";
  static final String QUERY = "gen_ai.retrieval.query.text";
  static final String DOCUMENTS = "gen_ai.retrieval.documents";
  static final String ERROR_TYPE = "error.type";
  static final String EXCEPTION_EVENT = "exception";
  static final String EXCEPTION_TYPE = "exception.type";
  static final String EXCEPTION_MESSAGE = "exception.message";
  static final String EXCEPTION_STACK_TRACE = "exception.stacktrace";

  /** Attributes that carry what users and models wrote; --no-content leaves them out. */
  static final Set<String> CONTENT =
      Set.of(
          SYSTEM_INSTRUCTIONS,
          INPUT_MESSAGES,
          OUTPUT_MESSAGES,
          TOOL_DEFINITIONS,
          TOOL_ARGUMENTS,
          TOOL_RESULT,
          QUERY,
          DOCUMENTS,
          EXCEPTION_MESSAGE,
          EXCEPTION_STACK_TRACE);

  /** Attributes whose text is JSON by convention. */
  static final Set<String> JSON =
      Set.of(
          SYSTEM_INSTRUCTIONS,
          INPUT_MESSAGES,
          OUTPUT_MESSAGES,
          TOOL_DEFINITIONS,
          TOOL_ARGUMENTS,
          TOOL_RESULT,
          DOCUMENTS);

  private GenAi() {}
}
