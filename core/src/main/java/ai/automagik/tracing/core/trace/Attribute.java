package ai.automagik.tracing.core.trace;

import java.nio.charset.StandardCharsets;

/**
 * The name of a span attribute. Every name that the agent writes stands here, and nowhere else.
 * Immutable.
 *
 * <p>Names are those of the OpenTelemetry GenAI conventions; {@code automagik.*} are ours.
 */
public final class Attribute {
  public static final Attribute OPERATION_NAME = new Attribute("gen_ai.operation.name");
  public static final Attribute PROVIDER_NAME = new Attribute("gen_ai.provider.name");
  public static final Attribute WORKFLOW_NAME = new Attribute("gen_ai.workflow.name");
  public static final Attribute AGENT_NAME = new Attribute("gen_ai.agent.name");
  public static final Attribute AGENT_ID = new Attribute("gen_ai.agent.id");
  public static final Attribute AGENT_DESCRIPTION = new Attribute("gen_ai.agent.description");
  public static final Attribute AGENT_VERSION = new Attribute("gen_ai.agent.version");
  public static final Attribute CONVERSATION_ID = new Attribute("gen_ai.conversation.id");
  public static final Attribute OUTPUT_TYPE = new Attribute("gen_ai.output.type");

  public static final Attribute REQUEST_MODEL = new Attribute("gen_ai.request.model");
  public static final Attribute REQUEST_TEMPERATURE = new Attribute("gen_ai.request.temperature");
  public static final Attribute REQUEST_TOP_P = new Attribute("gen_ai.request.top_p");
  public static final Attribute REQUEST_TOP_K = new Attribute("gen_ai.request.top_k");
  public static final Attribute REQUEST_MAX_TOKENS = new Attribute("gen_ai.request.max_tokens");
  public static final Attribute REQUEST_FREQUENCY_PENALTY =
      new Attribute("gen_ai.request.frequency_penalty");
  public static final Attribute REQUEST_PRESENCE_PENALTY =
      new Attribute("gen_ai.request.presence_penalty");
  public static final Attribute REQUEST_STOP_SEQUENCES =
      new Attribute("gen_ai.request.stop_sequences");
  public static final Attribute REQUEST_STREAM = new Attribute("gen_ai.request.stream");
  public static final Attribute REQUEST_SEED = new Attribute("gen_ai.request.seed");
  public static final Attribute REQUEST_ENCODING_FORMATS =
      new Attribute("gen_ai.request.encoding_formats");
  public static final Attribute REQUEST_CHOICE_COUNT = new Attribute("gen_ai.request.choice.count");
  public static final Attribute REQUEST_REASONING_LEVEL =
      new Attribute("gen_ai.request.reasoning.level");
  public static final Attribute REQUEST_PREVIOUS_RESPONSE_ID =
      new Attribute("gen_ai.request.previous_response.id");

  /** How many tokens the model may think; the conventions know levels only. */
  public static final Attribute REQUEST_THINKING_BUDGET_TOKENS =
      new Attribute("automagik.request.thinking_budget_tokens");

  public static final Attribute RESPONSE_ID = new Attribute("gen_ai.response.id");
  public static final Attribute RESPONSE_MODEL = new Attribute("gen_ai.response.model");
  public static final Attribute RESPONSE_FINISH_REASONS =
      new Attribute("gen_ai.response.finish_reasons");
  public static final Attribute RESPONSE_TIME_TO_FIRST_CHUNK =
      new Attribute("gen_ai.response.time_to_first_chunk");

  public static final Attribute USAGE_INPUT_TOKENS = new Attribute("gen_ai.usage.input_tokens");
  public static final Attribute USAGE_OUTPUT_TOKENS = new Attribute("gen_ai.usage.output_tokens");
  public static final Attribute USAGE_CACHE_READ_TOKENS =
      new Attribute("gen_ai.usage.cache_read.input_tokens");
  public static final Attribute USAGE_CACHE_WRITE_TOKENS =
      new Attribute("gen_ai.usage.cache_write.input_tokens");
  public static final Attribute USAGE_REASONING_TOKENS =
      new Attribute("gen_ai.usage.reasoning.output_tokens");

  /** Of what was written to the cache, what stays for an hour; the rest stays for minutes. */
  public static final Attribute USAGE_CACHE_WRITE_1H_TOKENS =
      new Attribute("automagik.usage.cache_write_1h.input_tokens");

  public static final Attribute USAGE_AUDIO_INPUT_TOKENS =
      new Attribute("gen_ai.usage.audio.input_tokens");
  public static final Attribute USAGE_AUDIO_OUTPUT_TOKENS =
      new Attribute("gen_ai.usage.audio.output_tokens");
  public static final Attribute USAGE_IMAGE_INPUT_TOKENS =
      new Attribute("gen_ai.usage.image.input_tokens");
  public static final Attribute USAGE_IMAGE_OUTPUT_TOKENS =
      new Attribute("gen_ai.usage.image.output_tokens");

  public static final Attribute OPENAI_API_TYPE = new Attribute("openai.api.type");
  public static final Attribute OPENAI_REQUEST_SERVICE_TIER =
      new Attribute("openai.request.service_tier");
  public static final Attribute OPENAI_RESPONSE_SERVICE_TIER =
      new Attribute("openai.response.service_tier");
  public static final Attribute OPENAI_RESPONSE_SYSTEM_FINGERPRINT =
      new Attribute("openai.response.system_fingerprint");
  public static final Attribute BEDROCK_GUARDRAIL_ID = new Attribute("aws.bedrock.guardrail.id");

  public static final Attribute INPUT_MESSAGES = new Attribute("gen_ai.input.messages");
  public static final Attribute OUTPUT_MESSAGES = new Attribute("gen_ai.output.messages");
  public static final Attribute TOOL_DEFINITIONS = new Attribute("gen_ai.tool.definitions");

  public static final Attribute EMBEDDINGS_DIMENSIONS =
      new Attribute("gen_ai.embeddings.dimension.count");

  public static final Attribute DATA_SOURCE_ID = new Attribute("gen_ai.data_source.id");
  public static final Attribute RETRIEVAL_TOP_K = new Attribute("gen_ai.retrieval.top_k");
  public static final Attribute RETRIEVAL_QUERY = new Attribute("gen_ai.retrieval.query.text");
  public static final Attribute RETRIEVAL_DOCUMENTS = new Attribute("gen_ai.retrieval.documents");

  /** The store or search engine that a retriever asked. */
  public static final Attribute RETRIEVAL_STORE = new Attribute("automagik.retrieval.store");

  /** The parts of an augmentation, by name; its queries are what the transformer made of one. */
  public static final Attribute RAG_AUGMENTOR = new Attribute("automagik.rag.augmentor");

  public static final Attribute RAG_TRANSFORMER = new Attribute("automagik.rag.transformer");
  public static final Attribute RAG_QUERIES = new Attribute("automagik.rag.queries");
  public static final Attribute RAG_ROUTER = new Attribute("automagik.rag.router");
  public static final Attribute RAG_AGGREGATOR = new Attribute("automagik.rag.aggregator");

  public static final Attribute INGEST_DOCUMENTS = new Attribute("automagik.ingest.documents");
  public static final Attribute INGEST_SEGMENTS = new Attribute("automagik.ingest.segments");
  public static final Attribute INGEST_SPLITTER = new Attribute("automagik.ingest.splitter");

  /** How many embeddings were asked for, or written. */
  public static final Attribute EMBEDDINGS_COUNT = new Attribute("automagik.embeddings.count");

  public static final Attribute MODERATION_FLAGGED = new Attribute("automagik.moderation.flagged");

  /** The input that was flagged. */
  public static final Attribute MODERATION_FLAGGED_TEXT =
      new Attribute("automagik.moderation.flagged_text");

  /** True when there is more than text among the input messages; otherwise left out. */
  public static final Attribute INPUT_MULTIMODAL = new Attribute("automagik.input.multimodal");

  public static final Attribute TOOL_NAME = new Attribute("gen_ai.tool.name");
  public static final Attribute TOOL_DESCRIPTION = new Attribute("gen_ai.tool.description");
  public static final Attribute TOOL_CALL_ID = new Attribute("gen_ai.tool.call.id");
  public static final Attribute TOOL_TYPE = new Attribute("gen_ai.tool.type");
  public static final Attribute TOOL_CALL_ARGUMENTS = new Attribute("gen_ai.tool.call.arguments");
  public static final Attribute TOOL_CALL_RESULT = new Attribute("gen_ai.tool.call.result");

  /**
   * {@code ai}, {@code non_ai}, {@code human_in_the_loop} or {@code remote}; {@code node} of a
   * graph, {@code action} of a planner.
   */
  public static final Attribute AGENT_TYPE = new Attribute("automagik.agent.type");

  /** What an agent or a workflow was given, by name. */
  public static final Attribute AGENT_ARGUMENTS = new Attribute("automagik.agent.arguments");

  /** What it gave back, unless that is what its model said. */
  public static final Attribute AGENT_OUTPUT = new Attribute("automagik.agent.output");

  /** Those whose advice an agent takes before it asks its model, in their order. */
  public static final Attribute AGENT_ADVISORS = new Attribute("automagik.agent.advisors");

  /** Where the state of the workflow keeps what the agent gave back. */
  public static final Attribute AGENT_OUTPUT_KEY = new Attribute("automagik.agent.output_key");

  /** True when nobody waited for the agent before the next one began. */
  public static final Attribute AGENT_ASYNC = new Attribute("automagik.agent.async");

  /** From 2 on: the agent had failed before and is called again. */
  public static final Attribute AGENT_ATTEMPT = new Attribute("automagik.agent.attempt");

  /** From 1 on: in which round of a loop the agent was called. */
  public static final Attribute AGENT_ITERATION = new Attribute("automagik.agent.iteration");

  /** From 0 on: which item of a collection the agent was called for. */
  public static final Attribute AGENT_ITEM = new Attribute("automagik.agent.item");

  /** What an agent's planner works towards. */
  public static final Attribute AGENT_GOAL = new Attribute("automagik.agent.goal");

  /** How far a planned agent or one of its actions came, in the framework's own words. */
  public static final Attribute AGENT_OUTCOME = new Attribute("automagik.agent.outcome");

  /** Where a remote agent is. */
  public static final Attribute AGENT_URL = new Attribute("automagik.agent.url");

  /**
   * {@code sequence}, {@code loop}, {@code parallel}, {@code router} for a choice, {@code star} for
   * a supervisor.
   */
  public static final Attribute WORKFLOW_TOPOLOGY = new Attribute("automagik.workflow.topology");

  /** The class that decides which agent is next. */
  public static final Attribute WORKFLOW_PLANNER = new Attribute("automagik.workflow.planner");

  /** How many rounds a loop has made. */
  public static final Attribute WORKFLOW_ITERATIONS =
      new Attribute("automagik.workflow.iterations");

  /** The agents that were chosen. */
  public static final Attribute WORKFLOW_BRANCHES = new Attribute("automagik.workflow.branches");

  /** What was done about agents that failed, in words. */
  public static final Attribute WORKFLOW_RECOVERIES =
      new Attribute("automagik.workflow.recoveries");

  /** What the agents had in common at the end, by name. */
  public static final Attribute WORKFLOW_STATE = new Attribute("automagik.workflow.state");

  /** The node before or after which a graph stops until it is resumed. */
  public static final Attribute WORKFLOW_INTERRUPTED_AT =
      new Attribute("automagik.workflow.interrupted_at");

  public static final Attribute SERVER_ADDRESS = new Attribute("server.address");
  public static final Attribute SERVER_PORT = new Attribute("server.port");
  public static final Attribute HTTP_METHOD = new Attribute("http.request.method");
  public static final Attribute URL_FULL = new Attribute("url.full");

  /** The pattern by which a server found what answers. */
  public static final Attribute HTTP_ROUTE = new Attribute("http.route");

  public static final Attribute URL_PATH = new Attribute("url.path");
  public static final Attribute URL_SCHEME = new Attribute("url.scheme");
  public static final Attribute HTTP_STATUS_CODE = new Attribute("http.response.status_code");
  public static final Attribute HTTP_RESEND_COUNT = new Attribute("http.request.resend_count");

  public static final Attribute PROMPT_NAME = new Attribute("gen_ai.prompt.name");

  public static final Attribute MCP_METHOD_NAME = new Attribute("mcp.method.name");
  public static final Attribute MCP_PROTOCOL_VERSION = new Attribute("mcp.protocol.version");
  public static final Attribute MCP_SESSION_ID = new Attribute("mcp.session.id");
  public static final Attribute MCP_RESOURCE_URI = new Attribute("mcp.resource.uri");
  public static final Attribute JSONRPC_REQUEST_ID = new Attribute("jsonrpc.request.id");
  public static final Attribute RPC_STATUS_CODE = new Attribute("rpc.response.status_code");
  public static final Attribute NETWORK_PEER_ADDRESS = new Attribute("network.peer.address");
  public static final Attribute NETWORK_PEER_PORT = new Attribute("network.peer.port");
  public static final Attribute NETWORK_PROTOCOL_VERSION =
      new Attribute("network.protocol.version");
  public static final Attribute NETWORK_TRANSPORT = new Attribute("network.transport");

  /** What a failed span says in words; written as its status, not as an attribute. */
  public static final Attribute STATUS_MESSAGE = new Attribute("automagik.status.message");

  /** Set, it says that the call failed, and goes before the class of an exception. */
  public static final Attribute ERROR_TYPE = new Attribute("error.type");

  public static final Attribute EXCEPTION_TYPE = new Attribute("exception.type");
  public static final Attribute EXCEPTION_MESSAGE = new Attribute("exception.message");
  public static final Attribute EXCEPTION_STACKTRACE = new Attribute("exception.stacktrace");

  public static final Attribute SERVICE_NAME = new Attribute("service.name");
  public static final Attribute SERVICE_INSTANCE_ID = new Attribute("service.instance.id");
  public static final Attribute PROCESS_PID = new Attribute("process.pid");
  public static final Attribute RUNTIME_NAME = new Attribute("process.runtime.name");
  public static final Attribute RUNTIME_VERSION = new Attribute("process.runtime.version");
  public static final Attribute SDK_NAME = new Attribute("telemetry.sdk.name");
  public static final Attribute SDK_LANGUAGE = new Attribute("telemetry.sdk.language");
  public static final Attribute SDK_VERSION = new Attribute("telemetry.sdk.version");
  public static final Attribute DISTRO_NAME = new Attribute("telemetry.distro.name");
  public static final Attribute DISTRO_VERSION = new Attribute("telemetry.distro.version");
  public static final Attribute FRAMEWORK = new Attribute("automagik.framework");

  /** The class of a check that an agent puts around its model. */
  public static final Attribute GUARDRAIL_NAME = new Attribute("automagik.guardrail.name");

  /** What is checked: {@code input} or {@code output}. */
  public static final Attribute GUARDRAIL_KIND = new Attribute("automagik.guardrail.kind");

  /** {@code success}, {@code failure}, {@code fatal}, {@code retry} or {@code reprompt}. */
  public static final Attribute GUARDRAIL_OUTCOME = new Attribute("automagik.guardrail.outcome");

  /** Why a check did not succeed. */
  public static final Attribute GUARDRAIL_MESSAGE = new Attribute("automagik.guardrail.message");

  /** What a check made of the text. */
  public static final Attribute GUARDRAIL_REWRITTEN_TEXT =
      new Attribute("automagik.guardrail.rewritten_text");

  /** What the model is asked once more, beside what it was asked before. */
  public static final Attribute GUARDRAIL_REPROMPT = new Attribute("automagik.guardrail.reprompt");

  /** The names of a command and of those that it is part of, without arguments. */
  public static final Attribute COMMAND_NAME = new Attribute("automagik.command.name");

  public static final Attribute PROCESS_EXIT_CODE = new Attribute("process.exit.code");

  public static final Attribute THREAD_ID = new Attribute("thread.id");
  public static final Attribute THREAD_NAME = new Attribute("thread.name");

  /** {@code running} on a span that is written before its end. */
  public static final Attribute SPAN_STATE = new Attribute("automagik.span.state");

  /** How the span of a stream ended when it was neither completed nor failed. */
  public static final Attribute STREAM_OUTCOME = new Attribute("automagik.stream.outcome");

  /** True when more of a broken stream had arrived than was kept. */
  public static final Attribute STREAM_TRUNCATED = new Attribute("automagik.stream.truncated");

  private final String name;
  private final byte[] utf8;

  /** The attribute for a header of an HTTP response, whose name is in lower case. */
  public static Attribute ofResponseHeader(String name) {
    return new Attribute("http.response.header." + name);
  }

  private Attribute(String name) {
    this.name = name;
    this.utf8 = name.getBytes(StandardCharsets.UTF_8);
  }

  /** The name on the wire. */
  public String name() {
    return name;
  }

  /** The name in UTF-8. Shared: not to be changed. */
  @SuppressWarnings("EI_EXPOSE_REP")
  public byte[] utf8() {
    return utf8;
  }

  @Override
  public String toString() {
    return name;
  }
}
