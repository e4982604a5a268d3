package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Images, made or changed: OpenAI's, Imagen's, and those of Titan, Nova and Stability on Bedrock.
 * Images that are sent come as forms or in base 64; of those that are too long, only the size is
 * kept.
 */
final class Images implements Dialect {
  private static final int REQUEST_BYTES = 256 << 10;

  @Override
  public Operation operation() {
    return Operation.GENERATE_IMAGE;
  }

  @Override
  public int requestBytes() {
    return REQUEST_BYTES;
  }

  @Override
  public void request(JsonValue request, Facts facts) {
    facts.set(Attribute.REQUEST_MODEL, request.get("model").word());
    facts.set(Attribute.OUTPUT_TYPE, "image");
    JsonValue of = request.any("imageGenerationConfig", "parameters");
    JsonValue count = of.isObject() ? of.any("numberOfImages", "sampleCount") : request.get("n");
    Long images = number(count);
    facts.set(Attribute.REQUEST_CHOICE_COUNT, images == null || images == 1 ? null : images);
    facts.set(Attribute.REQUEST_SEED, (of.isObject() ? of : request).get("seed").integer());
    if ("true".equals(request.get("stream").text()) || request.get("stream").isTrue()) {
      facts.set(Attribute.REQUEST_STREAM, true);
    }
    List<Message.Part> parts = new ArrayList<>();
    String prompt = prompt(request);
    if (prompt != null) {
      parts.add(new Message.Text(prompt));
    }
    for (JsonValue given : List.of(request.any("image", "images"), request.get("mask"))) {
      for (JsonValue image : given.list()) {
        Message.Part part = given(image);
        if (part != null) {
          parts.add(part);
        }
      }
    }
    facts.set(
        Attribute.INPUT_MESSAGES, Messages.of(Message.USER, parts.toArray(new Message.Part[0])));
  }

  /** OpenAI's, Stability's, Imagen's and Titan's. */
  private static @Nullable String prompt(JsonValue request) {
    JsonValue imagen = request.get("instances").first();
    for (JsonValue prompt :
        List.of(
            request.get("prompt"),
            request.get("text_prompts").first().get("text"),
            imagen.get("prompt"),
            request
                .any(
                    "textToImageParams",
                    "inPaintingParams",
                    "outPaintingParams",
                    "imageVariationParams",
                    "colorGuidedGenerationParams")
                .get("text"))) {
      if (prompt.text() != null) {
        return prompt.text();
      }
    }
    return null;
  }

  /** A file of a form, an address, or content in base 64. */
  private static Message.@Nullable Part given(JsonValue image) {
    String type = image.get("content_type").text();
    Long bytes = image.get("bytes").integer();
    if (bytes != null || type != null) {
      return Message.Media.sized("image", type, bytes == null ? Message.Media.UNKNOWN_SIZE : bytes);
    }
    String text = image.isObject() ? image.any("image_url", "url").text() : image.text();
    boolean address = text != null && (text.startsWith("http") || text.startsWith("data:"));
    return address
        ? ContentParts.media("image", null, text)
        : ContentParts.content("image", null, text);
  }

  /** A number, or one as text, as a form has it. */
  private static @Nullable Long number(JsonValue count) {
    String text = count.text();
    if (text == null) {
      return count.integer();
    }
    return text.matches("[0-9]{1,4}") ? Long.valueOf(text) : null;
  }

  @Override
  public Dialect.Answer answer(JsonValue request) {
    String format = request.get("output_format").textOr("png");
    Long asked = number(request.get("n"));
    return new Answer(ContentParts.mimeType("image", format), asked == null || asked == 1);
  }

  private static final class Answer implements Dialect.Answer {
    private final @Nullable String mimeType;
    private final boolean single;
    private final List<Message.Part> parts = new ArrayList<>();
    private JsonValue usage = JsonValue.NOTHING;
    private @Nullable String error;

    Answer(@Nullable String mimeType, boolean single) {
      this.mimeType = mimeType;
      this.single = single;
    }

    /** An image that was too long to be kept is told by its size. */
    @Override
    public void body(Body body) {
      JsonValue json = body.json();
      long cut = body.tail().length > 0 && single ? body.lengthOfCutText() : -1;
      if (cut > 0) {
        parts.add(Message.Media.sized("image", mimeType, cut * 3 / 4));
        usage = json.get("usage");
      } else {
        whole(json);
      }
    }

    @Override
    public void whole(JsonValue body) {
      usage = body.get("usage");
      error = body.get("error").text();
      JsonValue made = body.any("data", "images", "artifacts", "predictions");
      made.elements().forEach(this::add);
    }

    @Override
    public boolean chunk(String event, JsonValue data) {
      String type = data.get("type").textOr(event);
      usage = data.get("usage").isObject() ? data.get("usage") : usage;
      if (type.endsWith(".completed")) {
        add(data);
      }
      return data.get("b64_json").text() != null;
    }

    private void add(JsonValue image) {
      String type = image.get("mimeType").textOr(mimeType == null ? "image/png" : mimeType);
      String base64 =
          image.isObject()
              ? image.any("b64_json", "base64", "bytesBase64Encoded").text()
              : image.text();
      Message.Part part = ContentParts.content("image", base64 == null ? null : type, base64);
      part = part == null ? ContentParts.media("image", null, image.get("url").text()) : part;
      if (part != null) {
        parts.add(part);
      }
      // A model may have drawn something else than it was asked for, and says so.
      String drawn = image.any("revised_prompt", "prompt").word();
      if (drawn != null) {
        parts.add(new Message.Text(drawn));
      }
    }

    @Override
    public void finish(Facts facts) {
      if (error != null) { // Titan's, with status 200
        facts.set(Attribute.ERROR_TYPE, "error");
        facts.set(Attribute.STATUS_MESSAGE, error);
      }
      OpenAiUsage.set(usage, facts);
      facts.set(
          Attribute.OUTPUT_MESSAGES,
          Messages.of(Message.ASSISTANT, parts.toArray(new Message.Part[0])));
    }
  }
}
