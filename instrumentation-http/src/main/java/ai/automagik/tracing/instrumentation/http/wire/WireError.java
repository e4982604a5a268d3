package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * An error as a provider reports it. Immutable.
 *
 * @param type the provider's own word for it, or the HTTP status
 */
record WireError(String type, @Nullable String message) {

  /** OpenAI, Anthropic and Gemini wrap errors in a member; Ollama writes a text there. */
  static WireError of(int status, JsonValue whole) {
    JsonValue body = whole.isArray() ? whole.first() : whole;
    JsonValue error = body.get("error");
    // watsonx has a list of them.
    JsonValue several = body.get("errors").first();
    JsonValue from = error.isObject() ? error : several.isObject() ? several : body;
    String type = firstWord(from, "code", "type", "status", "__type");
    Long number = from.get("code").integer();
    JsonValue detail = from.any("message", "detail");
    String message = error.text();
    if (message == null) {
      message = detail.isArray() ? detail.first().get("msg").text() : detail.text();
    }
    return new WireError(
        type != null ? type : String.valueOf(number == null ? status : number), message);
  }

  private static @Nullable String firstWord(JsonValue from, String... names) {
    for (String name : names) {
      String word = from.get(name).word();
      if (word != null) {
        return word;
      }
    }
    return null;
  }

  /**
   * What an answer that began well says of its failure after all; null when it does not.
   *
   * @param event the name of the event; empty when it has none
   */
  static @Nullable WireError inStream(int status, String event, JsonValue data) {
    JsonValue error = data.get("error");
    if (event.endsWith("Exception")) {
      return of(status, data).of(event);
    }
    boolean failed =
        event.equals("error")
            || error.isObject()
            || error.word() != null
            || data.get("type").textOr("").equals("error");
    return failed ? of(status, data) : null;
  }

  /** The same under another name, of which what follows a colon is no part. */
  WireError of(String name) {
    int colon = name.indexOf(':');
    return new WireError(colon < 0 ? name : name.substring(0, colon), message);
  }

  void set(Facts facts) {
    facts.set(Attribute.ERROR_TYPE, type);
    facts.set(Attribute.STATUS_MESSAGE, message);
  }
}
