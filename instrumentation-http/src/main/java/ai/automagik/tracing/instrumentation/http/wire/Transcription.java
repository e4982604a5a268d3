package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's transcriptions and translations: sound, sent in a form, becomes text. Of the sound only
 * its type and size are kept; the answer is JSON, plain text, or comes in events.
 */
final class Transcription implements Dialect {
  /** The fields of the form before and after the sound. */
  private static final int REQUEST_BYTES = 64 << 10;

  @Override
  public Operation operation() {
    return Operation.TRANSCRIBE_AUDIO;
  }

  @Override
  public int requestBytes() {
    return REQUEST_BYTES;
  }

  @Override
  public void request(JsonValue request, Facts facts) {
    facts.set(Attribute.REQUEST_MODEL, request.get("model").word());
    facts.set(Attribute.OUTPUT_TYPE, "text");
    facts.set(Attribute.REQUEST_TEMPERATURE, decimal(request.get("temperature").text()));
    if ("true".equals(request.get("stream").text())) {
      facts.set(Attribute.REQUEST_STREAM, true);
    }
    facts.set(
        Attribute.INPUT_MESSAGES,
        Messages.of(
            Message.USER, Messages.part(request.get("prompt").word()), sound(request.get("file"))));
  }

  private static Message.@Nullable Part sound(JsonValue file) {
    if (!file.isObject()) {
      return null;
    }
    String type = file.get("content_type").text();
    String name = file.get("filename").textOr("");
    boolean vague = type == null || type.equals("application/octet-stream");
    String byName = name.substring(name.lastIndexOf('.') + 1);
    return Message.Media.sized(
        "audio",
        vague && name.contains(".") ? "audio/" + (byName.equals("mp3") ? "mpeg" : byName) : type,
        file.get("bytes").integerOr(Message.Media.UNKNOWN_SIZE));
  }

  private static @Nullable Double decimal(@Nullable String text) {
    try {
      return text == null ? null : Double.valueOf(text);
    } catch (NumberFormatException none) {
      return null;
    }
  }

  @Override
  public Dialect.Answer answer(JsonValue request) {
    return new Answer();
  }

  private static final class Answer implements Dialect.Answer {
    private final StringBuilder pieces = new StringBuilder();
    private @Nullable String text;
    private JsonValue usage = JsonValue.NOTHING;

    @Override
    public void body(Body body) {
      JsonValue json = body.contentType().startsWith("text/") ? JsonValue.NOTHING : body.json();
      if (json.isObject()) {
        whole(json);
      } else if (body.length() > 0) {
        text = body.text().strip();
      }
    }

    @Override
    public void whole(JsonValue body) {
      text = body.get("text").text();
      usage = body.any("usage").isObject() ? body.get("usage") : body.get("x_groq").get("usage");
    }

    @Override
    public boolean chunk(String event, JsonValue data) {
      usage = data.get("usage").isObject() ? data.get("usage") : usage;
      String type = data.get("type").textOr(event);
      if (type.equals("transcript.text.done")) {
        text = data.get("text").text();
      } else if (type.equals("transcript.text.delta")) {
        pieces.append(data.get("delta").textOr(""));
        return true;
      }
      return false;
    }

    @Override
    public void finish(Facts facts) {
      OpenAiUsage.set(usage, facts);
      String whole = text == null && pieces.length() > 0 ? pieces.toString() : text;
      facts.set(Attribute.OUTPUT_MESSAGES, Messages.of(Message.ASSISTANT, Messages.part(whole)));
    }
  }
}
