package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** OpenAI's speech: a text becomes sound, which is the body of the answer, or comes in events. */
final class Speech implements Dialect {
  @Override
  public Operation operation() {
    return Operation.GENERATE_SPEECH;
  }

  @Override
  public void request(JsonValue request, Facts facts) {
    facts.set(Attribute.REQUEST_MODEL, request.get("model").word());
    facts.set(Attribute.OUTPUT_TYPE, "speech");
    if (request.get("stream_format").textOr("").equals("sse")) {
      facts.set(Attribute.REQUEST_STREAM, true);
    }
    facts.set(
        Attribute.INPUT_MESSAGES,
        Messages.of(Message.USER, Messages.part(request.get("input").text())));
  }

  @Override
  public Dialect.Answer answer(JsonValue request) {
    return new Answer(request.get("response_format").textOr("mp3"));
  }

  private static final class Answer implements Dialect.Answer {
    private final String format;
    private JsonValue usage = JsonValue.NOTHING;
    private long bytesOfPieces;
    private Message.@Nullable Part sound;

    Answer(String format) {
      this.format = format;
    }

    @Override
    public void body(Body body) {
      String type = body.contentType();
      if (type.contains("json") || body.length() == 0) {
        whole(body.json());
      } else {
        String known = type.startsWith("audio/") ? type : mimeType();
        sound =
            body.complete() && body.length() <= Message.Media.MAX_BYTES
                ? Message.Media.of("audio", known, Base64.getEncoder().encodeToString(body.head()))
                : Message.Media.sized("audio", known, body.length());
      }
    }

    private String mimeType() {
      return "audio/" + (format.equals("mp3") ? "mpeg" : format);
    }

    @Override
    public void whole(JsonValue body) {}

    /** Each piece is in base 64 for itself: of the whole only the size is told. */
    @Override
    public boolean chunk(String event, JsonValue data) {
      usage = data.get("usage").isObject() ? data.get("usage") : usage;
      String piece = data.get("audio").text();
      if (piece == null) {
        return false;
      }
      bytesOfPieces += Message.Media.of("audio", null, piece).bytes();
      sound = Message.Media.sized("audio", mimeType(), bytesOfPieces);
      return true;
    }

    @Override
    public void finish(Facts facts) {
      OpenAiUsage.set(usage, facts);
      facts.set(Attribute.OUTPUT_MESSAGES, Messages.of(Message.ASSISTANT, sound));
    }
  }
}
