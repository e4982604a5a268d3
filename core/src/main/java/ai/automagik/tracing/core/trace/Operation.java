package ai.automagik.tracing.core.trace;

/** What a span stands for: an operation of the OpenTelemetry GenAI conventions. */
public enum Operation {
  INVOKE_AGENT("invoke_agent", Kind.INTERNAL),
  CHAT("chat", Kind.CLIENT),
  EMBEDDINGS("embeddings", Kind.CLIENT),
  RETRIEVAL("retrieval", Kind.CLIENT),
  EXECUTE_TOOL("execute_tool", Kind.INTERNAL);

  /** Span kinds with their numbers in OTLP. */
  public enum Kind {
    INTERNAL(1),
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

  private final String wireName;
  private final Kind kind;

  Operation(String wireName, Kind kind) {
    this.wireName = wireName;
    this.kind = kind;
  }

  /** The value of {@code gen_ai.operation.name}, and the first word of the span's name. */
  public String wireName() {
    return wireName;
  }

  /** The attribute whose value is the rest of the span's name. */
  public Attribute target() {
    return switch (this) {
      case INVOKE_AGENT -> Attribute.AGENT_NAME;
      case CHAT, EMBEDDINGS -> Attribute.REQUEST_MODEL;
      case RETRIEVAL -> Attribute.DATA_SOURCE_ID;
      case EXECUTE_TOOL -> Attribute.TOOL_NAME;
    };
  }

  /** The kind of spans of this operation. */
  public Kind kind() {
    return kind;
  }
}
