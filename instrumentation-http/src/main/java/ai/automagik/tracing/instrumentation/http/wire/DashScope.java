package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;

/**
 * Alibaba's own protocol: OpenAI's terms, one level deeper. Its streams say again and again all
 * that there is so far, unless they are told not to.
 */
final class DashScope implements Dialect {
  private static final OpenAiChat TERMS = new OpenAiChat();

  @Override
  public void request(JsonValue request, Facts facts) {
    JsonValue flat = request.get("parameters").with("model", request.get("model"));
    JsonValue input = request.get("input");
    TERMS.request(flat.with("messages", input.get("messages")), facts);
    if (request.get("parameters").get("incremental_output").isTrue()) {
      facts.set(Attribute.REQUEST_STREAM, true);
    }
    facts.set(
        Attribute.INPUT_MESSAGES,
        Messages.of(Message.USER, Messages.part(input.get("prompt").text())));
  }

  @Override
  public Dialect.Answer answer(JsonValue request) {
    return new Answer(
        request.isNothing() || request.get("parameters").get("incremental_output").isTrue());
  }

  private static final class Answer implements Dialect.Answer {
    private final Dialect.Answer inner = TERMS.answer(JsonValue.NOTHING);
    private final boolean incremental;
    private JsonValue soFar = JsonValue.NOTHING;

    Answer(boolean incremental) {
      this.incremental = incremental;
    }

    @Override
    public void whole(JsonValue body) {
      soFar = flat(body);
    }

    @Override
    public boolean chunk(String event, JsonValue data) {
      if (!data.get("output").isObject()) {
        return false;
      }
      if (incremental) {
        return inner.chunk(event, flat(data));
      }
      soFar = flat(data);
      return true;
    }

    /** As OpenAI would have it. The older form is one text and no message. */
    private static JsonValue flat(JsonValue body) {
      JsonValue output = body.get("output");
      JsonValue choices = output.get("choices");
      if (!choices.isArray() && output.get("text").text() != null) {
        JsonValue message = JsonValue.NOTHING.with("content", output.get("text"));
        choices =
            JsonValue.NOTHING
                .with("message", message)
                .with("finish_reason", output.get("finish_reason"))
                .alone();
      }
      return JsonValue.NOTHING
          .with("id", body.get("request_id"))
          .with("usage", body.get("usage"))
          .with("choices", choices);
    }

    @Override
    public void finish(Facts facts) {
      if (soFar.isObject()) {
        inner.whole(soFar);
      }
      inner.finish(facts);
    }
  }
}
