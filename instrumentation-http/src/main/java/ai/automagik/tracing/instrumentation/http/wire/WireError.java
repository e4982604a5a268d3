package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * An error as a provider reports it. Immutable.
 *
 * @param type the provider's own word for it, or the HTTP status
 */
record WireError(String type, @Nullable String message) {

  static WireError of(int status, byte[] body) {
    return of(status, JsonValue.parse(body));
  }

  /** OpenAI, Anthropic and Gemini wrap errors in a member; Ollama writes a text there. */
  static WireError of(int status, JsonValue whole) {
    JsonValue body = whole.isArray() ? whole.first() : whole;
    JsonValue error = body.get("error");
    JsonValue from = error.isObject() ? error : body;
    String word = from.any("code", "type", "status", "__type").text();
    String kind = from.any("type", "status").text();
    String message = error.text() != null ? error.text() : from.any("message", "detail").text();
    String type = word != null ? word : kind;
    return new WireError(type == null ? String.valueOf(status) : type, message);
  }

  /** Whether an event of a stream says that the call has failed after all. */
  static boolean isError(JsonValue event) {
    return (!event.get("error").isNothing() && event.get("choices").isNothing())
        || event.get("type").textOr("").equals("error");
  }

  void set(Facts facts) {
    facts.set(Attribute.ERROR_TYPE, type);
    facts.set(Attribute.STATUS_MESSAGE, message);
  }
}
