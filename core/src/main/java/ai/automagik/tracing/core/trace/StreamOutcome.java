package ai.automagik.tracing.core.trace;

/** How a stream ended that was neither completed nor failed. */
public enum StreamOutcome {
  /** The application did not want the rest. */
  CANCELLED("cancelled"),

  /** Nobody was left who could have delivered the rest. */
  ABANDONED("abandoned"),

  /** Nothing came for longer than a stream may be silent. */
  IDLE_TIMEOUT("idle_timeout"),

  /** More streams were open than the agent follows. */
  UNTRACKED("untracked");

  private final String wireName;

  StreamOutcome(String wireName) {
    this.wireName = wireName;
  }

  /** The value of {@link Attribute#STREAM_OUTCOME}. */
  public String wireName() {
    return wireName;
  }
}
