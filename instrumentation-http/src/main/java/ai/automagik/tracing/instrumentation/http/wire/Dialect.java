package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way in which one family of providers writes requests and answers. Stateless; what a single
 * answer adds up to is in its {@link Answer}.
 *
 * <p>Nothing here throws, whatever the bytes say: a member that is missing or of another type is
 * left out.
 */
interface Dialect {
  /** What a call is. */
  default Operation operation() {
    return Operation.CHAT;
  }

  /** The dialect of one model, where one address serves several. */
  default Dialect forModel(@Nullable String model) {
    return this;
  }

  /** How many bytes of the request's beginning are worth keeping. */
  default int requestBytes() {
    return CapturedBody.MAX_HEAD_BYTES;
  }

  /** Headers of the response that say what its body does not, in lower case. */
  default List<String> responseHeaders() {
    return List.of();
  }

  /** What the request says. */
  void request(JsonValue request, Facts facts);

  /**
   * A new, empty answer.
   *
   * @param request what was asked; nothing where that was not kept
   */
  Answer answer(JsonValue request);

  /** One answer, whole or in chunks. Confined to the worker's thread. */
  interface Answer {
    /** Takes in those of {@link Dialect#responseHeaders} that there are, as an object. */
    default void headers(JsonValue headers) {}

    /** Takes in the body of an answer that was not streamed, which need not be JSON. */
    default void body(Body body) {
      whole(body.json());
    }

    /** Takes in an answer that was not streamed. */
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
