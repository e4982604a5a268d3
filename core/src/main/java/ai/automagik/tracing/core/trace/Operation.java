package ai.automagik.tracing.core.trace;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a span stands for: an operation of the OpenTelemetry GenAI conventions, a request of MCP, or
 * one of our own where there are no conventions.
 */
public enum Operation {
  INVOKE_WORKFLOW("invoke_workflow", Kind.INTERNAL),
  INVOKE_AGENT("invoke_agent", Kind.INTERNAL),
  /** An agent somewhere else. */
  INVOKE_REMOTE_AGENT("invoke_agent", Kind.CLIENT),
  CHAT("chat", Kind.CLIENT),
  EMBEDDINGS("embeddings", Kind.CLIENT),
  RETRIEVAL("retrieval", Kind.CLIENT),
  EXECUTE_TOOL("execute_tool", Kind.INTERNAL),
  /** A check of what goes into an agent's model, or of what comes out. */
  GUARDRAIL("guardrail", Kind.INTERNAL),
  TEXT_COMPLETION("text_completion", Kind.CLIENT),

  /** The scoring of documents by how well they fit a query. */
  RERANK("rerank", Kind.CLIENT),
  MODERATION("moderation", Kind.CLIENT),
  GENERATE_IMAGE("generate_image", Kind.CLIENT),
  GENERATE_SPEECH("generate_speech", Kind.CLIENT),
  TRANSCRIBE_AUDIO("transcribe_audio", Kind.CLIENT),

  /** The way of documents into an embedding store. */
  INGEST("ingest", Kind.INTERNAL),
  UPSERT_EMBEDDINGS("upsert_embeddings", Kind.CLIENT),
  DELETE_EMBEDDINGS("delete_embeddings", Kind.CLIENT),

  /** An HTTP request that is no call of a model. Its method is all of the span's name. */
  HTTP_REQUEST("", Kind.CLIENT, null),

  /** A request to a server of the application. Its name is its method and route. */
  SERVE_HTTP("", Kind.SERVER, null),

  /** What the application does with one message that came over a web socket. */
  RECEIVE_MESSAGE("websocket", Kind.SERVER, null),

  /** A command of the application's command line. */
  RUN_COMMAND("run", Kind.INTERNAL, null),

  MCP_INITIALIZE("initialize"),
  MCP_PING("ping"),
  MCP_TOOLS_LIST("tools/list"),
  MCP_TOOLS_CALL("tools/call", Kind.CLIENT, "execute_tool"),
  MCP_RESOURCES_LIST("resources/list"),
  MCP_RESOURCES_TEMPLATES_LIST("resources/templates/list"),
  MCP_RESOURCES_READ("resources/read"),
  MCP_RESOURCES_SUBSCRIBE("resources/subscribe"),
  MCP_RESOURCES_UNSUBSCRIBE("resources/unsubscribe"),
  MCP_PROMPTS_LIST("prompts/list"),
  MCP_PROMPTS_GET("prompts/get"),
  MCP_COMPLETION_COMPLETE("completion/complete"),
  MCP_LOGGING_SET_LEVEL("logging/setLevel"),

  /** Of a server to its client, as are the two that follow. */
  MCP_SAMPLING_CREATE_MESSAGE("sampling/createMessage"),
  MCP_ELICITATION_CREATE("elicitation/create"),
  MCP_ROOTS_LIST("roots/list");

  /** Span kinds with their numbers in OTLP. */
  public enum Kind {
    INTERNAL(1),
    /** A request of somebody else, as it is answered here. */
    SERVER(2),
    CLIENT(3);

    private final int otlpNumber;

    Kind(int otlpNumber) {
      this.otlpNumber = otlpNumber;
    }

    /** The number of this kind in OTLP. */
    public int otlpNumber() {
      return otlpNumber;
    }
  }

  private static final Map<String, Operation> MCP_METHODS = new HashMap<>();

  static {
    for (Operation operation : values()) {
      if (operation.name().startsWith("MCP_")) {
        MCP_METHODS.put(operation.wireName, operation);
      }
    }
  }

  private final String wireName;
  private final Kind kind;
  private final @Nullable String genAiName;

  Operation(String mcpMethod) {
    this(mcpMethod, Kind.CLIENT, null);
  }

  Operation(String wireName, Kind kind) {
    this(wireName, kind, wireName);
  }

  Operation(String wireName, Kind kind, @Nullable String genAiName) {
    this.wireName = wireName;
    this.kind = kind;
    this.genAiName = genAiName;
  }

  /** The operation of a request of MCP; null when its method is none that we know. */
  public static @Nullable Operation ofMcp(String method) {
    return MCP_METHODS.get(method);
  }

  /**
   * The first word of the span's name: of the GenAI conventions, or a method of MCP. Empty where
   * the name begins with the method of HTTP.
   */
  public String wireName() {
    return wireName;
  }

  /** The value of {@code gen_ai.operation.name}; null where the conventions know none. */
  public @Nullable String genAiName() {
    return genAiName;
  }

  /** The attribute whose value is the rest of the span's name; null when there is no such thing. */
  public @Nullable Attribute target() {
    return switch (this) {
      case INVOKE_WORKFLOW -> Attribute.WORKFLOW_NAME;
      case INVOKE_AGENT, INVOKE_REMOTE_AGENT -> Attribute.AGENT_NAME;
      case CHAT,
          EMBEDDINGS,
          TEXT_COMPLETION,
          RERANK,
          MODERATION,
          GENERATE_IMAGE,
          GENERATE_SPEECH,
          TRANSCRIBE_AUDIO ->
          Attribute.REQUEST_MODEL;
      case RETRIEVAL, INGEST, UPSERT_EMBEDDINGS, DELETE_EMBEDDINGS -> Attribute.DATA_SOURCE_ID;
      case EXECUTE_TOOL, MCP_TOOLS_CALL -> Attribute.TOOL_NAME;
      case GUARDRAIL -> Attribute.GUARDRAIL_NAME;
      case MCP_PROMPTS_GET -> Attribute.PROMPT_NAME;
      case SERVE_HTTP, RECEIVE_MESSAGE -> Attribute.HTTP_ROUTE;
      case RUN_COMMAND -> Attribute.COMMAND_NAME;
      case HTTP_REQUEST,
          MCP_INITIALIZE,
          MCP_PING,
          MCP_TOOLS_LIST,
          MCP_RESOURCES_LIST,
          MCP_RESOURCES_TEMPLATES_LIST,
          MCP_RESOURCES_READ,
          MCP_RESOURCES_SUBSCRIBE,
          MCP_RESOURCES_UNSUBSCRIBE,
          MCP_PROMPTS_LIST,
          MCP_COMPLETION_COMPLETE,
          MCP_LOGGING_SET_LEVEL,
          MCP_SAMPLING_CREATE_MESSAGE,
          MCP_ELICITATION_CREATE,
          MCP_ROOTS_LIST ->
          null;
    };
  }

  /** Whether it is one call of a model, which a request to the model's provider is a part of. */
  public boolean callsModel() {
    return switch (this) {
      case CHAT,
          EMBEDDINGS,
          TEXT_COMPLETION,
          RERANK,
          MODERATION,
          GENERATE_IMAGE,
          GENERATE_SPEECH,
          TRANSCRIBE_AUDIO ->
          true;
      default -> false;
    };
  }

  /** Whether one may call the next directly, so that two of them in a row are two calls. */
  boolean nests() {
    return this == INVOKE_WORKFLOW || this == INVOKE_AGENT || this == INVOKE_REMOTE_AGENT;
  }

  /** The kind of spans of this operation, where it is begun rather than served. */
  public Kind kind() {
    return kind;
  }
}
