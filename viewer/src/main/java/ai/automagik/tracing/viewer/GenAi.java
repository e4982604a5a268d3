package ai.automagik.tracing.viewer;

import java.util.List;
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
  static final String AGENT_TYPE = "automagik.agent.type";
  static final String AGENT_ITERATION = "automagik.agent.iteration";
  static final String AGENT_ATTEMPT = "automagik.agent.attempt";
  static final String AGENT_ITEM = "automagik.agent.item";
  static final String AGENT_ASYNC = "automagik.agent.async";
  static final String AGENT_GOAL = "automagik.agent.goal";
  static final String AGENT_OUTCOME = "automagik.agent.outcome";
  static final String AGENT_URL = "automagik.agent.url";
  static final String AGENT_ARGUMENTS = "automagik.agent.arguments";
  static final String AGENT_OUTPUT = "automagik.agent.output";
  static final String WORKFLOW_TOPOLOGY = "automagik.workflow.topology";
  static final String WORKFLOW_ITERATIONS = "automagik.workflow.iterations";
  static final String WORKFLOW_BRANCHES = "automagik.workflow.branches";
  static final String WORKFLOW_RECOVERIES = "automagik.workflow.recoveries";
  static final String WORKFLOW_STATE = "automagik.workflow.state";
  static final String QUERY = "gen_ai.retrieval.query.text";
  static final String DOCUMENTS = "gen_ai.retrieval.documents";
  static final String GUARDRAIL_KIND = "automagik.guardrail.kind";
  static final String GUARDRAIL_OUTCOME = "automagik.guardrail.outcome";
  static final String GUARDRAIL_MESSAGE = "automagik.guardrail.message";
  static final String GUARDRAIL_REWRITTEN_TEXT = "automagik.guardrail.rewritten_text";
  static final String GUARDRAIL_REPROMPT = "automagik.guardrail.reprompt";
  static final String TOP_K = "gen_ai.retrieval.top_k";
  static final String DIMENSIONS = "gen_ai.embeddings.dimension.count";
  static final String STORE = "automagik.retrieval.store";
  static final String QUERIES = "automagik.rag.queries";
  static final String EMBEDDINGS_COUNT = "automagik.embeddings.count";
  static final String INGESTED_DOCUMENTS = "automagik.ingest.documents";
  static final String INGESTED_SEGMENTS = "automagik.ingest.segments";
  static final String FLAGGED = "automagik.moderation.flagged";
  static final String FLAGGED_TEXT = "automagik.moderation.flagged_text";
  static final String MCP_METHOD = "mcp.method.name";
  static final String MCP_RESOURCE = "mcp.resource.uri";
  static final String MCP_SESSION = "mcp.session.id";
  static final String RPC_STATUS = "rpc.response.status_code";
  static final String NETWORK_TRANSPORT = "network.transport";
  static final String SERVER_ADDRESS = "server.address";
  static final String SERVER_PORT = "server.port";
  static final String HTTP_STATUS = "http.response.status_code";
  static final String HTTP_RESENDS = "http.request.resend_count";
  static final String STREAM_OUTCOME = "automagik.stream.outcome";
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
          AGENT_ARGUMENTS,
          AGENT_OUTPUT,
          WORKFLOW_STATE,
          QUERY,
          QUERIES,
          DOCUMENTS,
          GUARDRAIL_MESSAGE,
          GUARDRAIL_REWRITTEN_TEXT,
          GUARDRAIL_REPROMPT,
          FLAGGED_TEXT,
          EXCEPTION_MESSAGE,
          EXCEPTION_STACK_TRACE);

  /** The parts of an augmentation, in the order in which they do their work. */
  static final List<String> AUGMENTATION =
      List.of("automagik.rag.transformer", "automagik.rag.router", "automagik.rag.aggregator");

  /** Attributes whose text is JSON by convention. */
  static final Set<String> JSON =
      Set.of(
          SYSTEM_INSTRUCTIONS,
          INPUT_MESSAGES,
          OUTPUT_MESSAGES,
          TOOL_DEFINITIONS,
          TOOL_ARGUMENTS,
          TOOL_RESULT,
          AGENT_ARGUMENTS,
          WORKFLOW_STATE,
          DOCUMENTS);

  private GenAi() {}
}
