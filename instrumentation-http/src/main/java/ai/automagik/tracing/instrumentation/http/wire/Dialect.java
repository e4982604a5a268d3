package ai.automagik.tracing.instrumentation.http.wire;

/**
 * The way in which one family of providers writes requests and answers. Stateless; what a single
 * answer adds up to is in its {@link Answer}.
 *
 * <p>Nothing here throws, whatever the bytes say: a member that is missing or of another type is
 * left out.
 */
interface Dialect {
  /** What the request says. */
  void request(JsonValue request, Facts facts);

  /** A new, empty answer. */
  Answer answer();

  /** One answer, whole or in chunks. Confined to the worker's thread. */
  interface Answer {
    /** Takes in the body of an answer that was not streamed. */
    void whole(JsonValue body);

    /**
     * Takes in one event of a stream.
     *
     * @param event the name of the event; empty where the dialect has none
     * @return whether it carried the first or a later piece of content
     */
    boolean chunk(String event, JsonValue data);

    /** What the answer says, as far as it came. */
    void finish(Facts facts);
  }
}
