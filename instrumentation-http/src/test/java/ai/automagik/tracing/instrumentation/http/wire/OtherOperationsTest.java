package ai.automagik.tracing.instrumentation.http.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Images, speech, transcription, moderation, re-ranking, and embeddings that are too long. */
final class OtherOperationsTest {
  @Test
  void image() {
    Decoded decoded =
        Decoded.json(
            "images",
            "{\"model\":\"dall-e-3\",\"prompt\":\"a cat\",\"n\":1,\"response_format\":\"url\"}",
            """
            {"created":1,"data":[{"url":"https://x.example/cat.png","revised_prompt":"A tabby cat"}]}""");

    assertThat(decoded.messages(Attribute.INPUT_MESSAGES)).containsExactly("user: a cat");
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: image null https://x.example/cat.png A tabby cat");
    assertThat(decoded.get(Attribute.OUTPUT_TYPE)).isEqualTo("image");
  }

  /** An image of 3 MB: its size, and the usage, which stands behind it. */
  @Test
  void imageThatIsTooLongToBeKept() {
    String base64 = "A".repeat(4 << 20);
    Decoded decoded =
        Decoded.json(
            "images",
            "{\"model\":\"gpt-image-1\",\"prompt\":\"a cat\"}",
            "{\"created\":1,\"data\":[{\"b64_json\":\""
                + base64
                + "\"}],\"usage\":{\"input_tokens\":12,\"output_tokens\":4160,"
                + "\"output_tokens_details\":{\"image_tokens\":4160}}}");

    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: image image/png " + (3 << 20) + " bytes");
    assertThat(decoded.get(Attribute.USAGE_OUTPUT_TOKENS)).isEqualTo(4160L);
    assertThat(decoded.get(Attribute.USAGE_IMAGE_OUTPUT_TOKENS)).isEqualTo(4160L);
  }

  @Test
  void imageInEvents() {
    Decoded decoded =
        Decoded.events(
            "images",
            "{\"model\":\"gpt-image-1\",\"prompt\":\"a cat\",\"stream\":true,\"partial_images\":1}",
            """
            event: image_generation.partial_image
            data: {"type":"image_generation.partial_image","b64_json":"AAAA","partial_image_index":0}

            event: image_generation.completed
            data: {"type":"image_generation.completed","b64_json":"BBBB","usage":{"input_tokens":12,"output_tokens":300}}

            """);

    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: image image/png BBBB");
    assertThat(decoded.get(Attribute.USAGE_INPUT_TOKENS)).isEqualTo(12L);
  }

  @Test
  void imagen() {
    Decoded decoded =
        Decoded.json(
            "gemini.predict",
            "{\"instances\":[{\"prompt\":\"a cat\"}],\"parameters\":{\"sampleCount\":2}}",
            "{\"predictions\":[{\"bytesBase64Encoded\":\"AAAA\",\"mimeType\":\"image/jpeg\"}]}");

    assertThat(decoded.messages(Attribute.INPUT_MESSAGES)).containsExactly("user: a cat");
    assertThat(decoded.get(Attribute.REQUEST_CHOICE_COUNT)).isEqualTo(2L);
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: image image/jpeg AAAA");
  }

  @Test
  void speech() {
    Decoded decoded =
        Decoded.of(
            "speech",
            "{\"model\":\"tts-1\",\"input\":\"Hello\",\"voice\":\"alloy\"}",
            200,
            "audio/mpeg",
            "ID3...");
    Decoded streamed =
        Decoded.events(
            "speech",
            "{\"model\":\"gpt-4o-mini-tts\",\"input\":\"Hello\",\"stream_format\":\"sse\"}",
            """
            data: {"type":"speech.audio.delta","audio":"AAAA"}

            data: {"type":"speech.audio.delta","audio":"AAA="}

            data: {"type":"speech.audio.done","usage":{"input_tokens":14,"output_tokens":101,"total_tokens":115}}

            """);

    assertThat(decoded.messages(Attribute.INPUT_MESSAGES)).containsExactly("user: Hello");
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: audio audio/mpeg SUQzLi4u");
    assertThat(streamed.messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: audio audio/mpeg 5 bytes");
    assertThat(streamed.get(Attribute.USAGE_OUTPUT_TOKENS)).isEqualTo(101L);
  }

  /** The sound is longer than what is kept, and stands before the model's name. */
  @Test
  void transcription() {
    byte[] form = form("x".repeat(300_000));
    Decoded decoded =
        Decoded.of(
            "transcription",
            null,
            form,
            200,
            Map.of("content-type", "application/json"),
            "{\"text\":\"Good day.\",\"usage\":{\"type\":\"tokens\",\"input_tokens\":14,\"output_tokens\":4}}"
                .getBytes(UTF_8));

    assertThat(decoded.get(Attribute.REQUEST_MODEL)).isEqualTo("whisper-1");
    assertThat(decoded.get(Attribute.REQUEST_TEMPERATURE)).isEqualTo(0.5);
    assertThat(decoded.messages(Attribute.INPUT_MESSAGES))
        .containsExactly("user: Namen: Zoë audio audio/mpeg 300000 bytes");
    assertThat(decoded.get(Attribute.INPUT_MULTIMODAL)).isEqualTo(true);
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES)).containsExactly("assistant: Good day.");
    assertThat(decoded.get(Attribute.USAGE_INPUT_TOKENS)).isEqualTo(14L);
  }

  @Test
  void transcriptionIsNotKept() {
    WireCall call = new WireCall("transcription", null);
    call.requestBegins();
    call.requestBytes(ByteBuffer.wrap(form("x".repeat(3 << 20))));

    assertThat(call.heldBytes()).isLessThan(200_000);
    call.over();
  }

  private static byte[] form(String sound) {
    return ("""
        --B0
        Content-Disposition: form-data; name="prompt"

        Namen: Zo\u00c3\u00ab
        --B0
        Content-Disposition: form-data; name="file"; filename="day.mp3"
        Content-Type: application/octet-stream

        SOUND
        --B0
        Content-Disposition: form-data; name="model"
        Content-Length: 9

        whisper-1
        --B0
        Content-Disposition: form-data; name="temperature"

        0.5
        --B0--
        """)
        .replace("\n", "\r\n")
        .replace("SOUND", sound)
        .getBytes(ISO_8859_1);
  }

  @Test
  void transcriptionAsTextAndInEvents() {
    assertThat(transcribed("text/plain; charset=utf-8", "1\n[Music]\n"))
        .containsExactly("assistant: 1\n[Music]");
    assertThat(
            transcribed(
                "text/event-stream",
                """
                data: {"type":"transcript.text.delta","delta":"Good "}

                data: {"type":"transcript.text.delta","delta":"day."}

                """))
        .containsExactly("assistant: Good day.");
  }

  private static List<String> transcribed(String type, String answer) {
    return Decoded.of("transcription", "", 200, type, answer).messages(Attribute.OUTPUT_MESSAGES);
  }

  @Test
  void moderation() {
    Decoded decoded =
        Decoded.json(
            "moderation",
            "{\"model\":\"omni-moderation-latest\",\"input\":[\"fine\",\"bad\"]}",
            """
            {"id":"modr-1","model":"omni-moderation-2024-09-26","results":[{"flagged":false,"categories":{}},
             {"flagged":true,"categories":{"violence":true}}]}""");
    Decoded mistral =
        Decoded.json(
            "moderation",
            "{\"model\":\"mistral-moderation\",\"input\":[{\"role\":\"user\",\"content\":\"fine\"}]}",
            "{\"results\":[{\"categories\":{\"pii\":false}}]}");

    assertThat(decoded.get(Attribute.MODERATION_FLAGGED)).isEqualTo(true);
    assertThat(decoded.get(Attribute.MODERATION_FLAGGED_TEXT)).isEqualTo("bad");
    assertThat(decoded.messages(Attribute.INPUT_MESSAGES))
        .containsExactly("user: fine", "user: bad");
    assertThat(mistral.get(Attribute.MODERATION_FLAGGED)).isEqualTo(false);
    assertThat(mistral.messages(Attribute.INPUT_MESSAGES)).containsExactly("user: fine");
  }

  @Test
  void rerank() {
    Decoded decoded =
        Decoded.json(
            "rerank",
            "{\"model\":\"rerank-v3.5\",\"query\":\"q\",\"top_n\":2,\"documents\":[\"a\",{\"text\":\"b\"},\"c\"]}",
            """
            {"id":"r","results":[{"index":1,"relevance_score":0.9},{"index":0,"relevance_score":0.25}],
             "meta":{"api_version":{"version":"2"},"billed_units":{"search_units":1}}}""");

    assertThat(decoded.get(Attribute.RETRIEVAL_QUERY)).isEqualTo("q");
    assertThat(decoded.get(Attribute.RETRIEVAL_TOP_K)).isEqualTo(2L);
    assertThat(decoded.get(Attribute.RETRIEVAL_DOCUMENTS))
        .isEqualTo(
            new Message.Documents(
                List.of(
                    new Message.Document(null, 0.25, "a"), new Message.Document(null, 0.9, "b"))));
  }

  /** 2000 vectors are more than a megabyte: how long they are, and what they cost. */
  @Test
  void embeddingsThatAreTooLongToBeKept() {
    String vector =
        "{\"object\":\"embedding\",\"embedding\":[" + "0.0123456789,".repeat(99) + "1]}";
    Decoded decoded =
        Decoded.json(
            "embeddings",
            "{\"model\":\"m\",\"input\":[\"a\"]}",
            "{\"data\":["
                + (vector + ",").repeat(1999)
                + vector
                + "],\"model\":\"m\",\"usage\":{\"prompt_tokens\":2000,\"total_tokens\":2000}}");

    assertThat(decoded.get(Attribute.EMBEDDINGS_DIMENSIONS)).isEqualTo(100L);
    assertThat(decoded.get(Attribute.EMBEDDINGS_COUNT)).as("nobody counted").isNull();
    assertThat(decoded.get(Attribute.USAGE_INPUT_TOKENS)).isEqualTo(2000L);
  }
}
