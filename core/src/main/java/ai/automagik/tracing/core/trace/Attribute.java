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
  public static final Attribute AGENT_NAME = new Attribute("gen_ai.agent.name");
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
  public static final Attribute USAGE_REASONING_TOKENS =
      new Attribute("gen_ai.usage.reasoning.output_tokens");

  public static final Attribute INPUT_MESSAGES = new Attribute("gen_ai.input.messages");
  public static final Attribute OUTPUT_MESSAGES = new Attribute("gen_ai.output.messages");
  public static final Attribute TOOL_DEFINITIONS = new Attribute("gen_ai.tool.definitions");

  public static final Attribute EMBEDDINGS_DIMENSIONS =
      new Attribute("gen_ai.embeddings.dimension.count");

  public static final Attribute DATA_SOURCE_ID = new Attribute("gen_ai.data_source.id");
  public static final Attribute RETRIEVAL_TOP_K = new Attribute("gen_ai.retrieval.top_k");
  public static final Attribute RETRIEVAL_QUERY = new Attribute("gen_ai.retrieval.query.text");
  public static final Attribute RETRIEVAL_DOCUMENTS = new Attribute("gen_ai.retrieval.documents");

  public static final Attribute TOOL_NAME = new Attribute("gen_ai.tool.name");
  public static final Attribute TOOL_CALL_ID = new Attribute("gen_ai.tool.call.id");
  public static final Attribute TOOL_TYPE = new Attribute("gen_ai.tool.type");
  public static final Attribute TOOL_CALL_ARGUMENTS = new Attribute("gen_ai.tool.call.arguments");
  public static final Attribute TOOL_CALL_RESULT = new Attribute("gen_ai.tool.call.result");

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

  public static final Attribute THREAD_NAME = new Attribute("thread.name");

  /** {@code running} on a span that is written before its end. */
  public static final Attribute SPAN_STATE = new Attribute("automagik.span.state");

  /** How the span of a stream ended when it was neither completed nor failed. */
  public static final Attribute STREAM_OUTCOME = new Attribute("automagik.stream.outcome");

  private final String name;
  private final byte[] utf8;

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
