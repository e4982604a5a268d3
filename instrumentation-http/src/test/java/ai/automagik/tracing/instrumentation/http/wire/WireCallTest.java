package ai.automagik.tracing.instrumentation.http.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.trace.Attribute;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class WireCallTest {
  private static final String ANSWER =
      "{\"id\":\"a\",\"choices\":[{\"message\":{\"content\":\"hi\"},\"finish_reason\":\"stop\"}]}";

  @Test
  void compressedAnswer() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(ANSWER.getBytes(UTF_8));
    }

    Decoded decoded =
        Decoded.of("openai.chat", new byte[0], 200, "application/json", compressed.toByteArray());

    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES)).containsExactly("assistant: hi (stop)");
  }

  @Test
  void bufferStaysAsItIs() {
    WireCall call = new WireCall("openai.chat", null);
    ByteBuffer buffer = ByteBuffer.wrap(ANSWER.getBytes(UTF_8)).position(3);

    call.responseBegins(200, name -> null);
    call.responseBytes(buffer);
    call.over();

    assertThat(buffer.position()).isEqualTo(3);
    assertThat(buffer.remaining()).isEqualTo(ANSWER.length() - 3);
  }

  @Test
  void requestThatIsSentAgainIsReadOnce() {
    WireCall call = new WireCall("openai.chat", null);
    for (int attempt = 0; attempt < 2; attempt++) {
      call.requestBegins();
      call.requestBytes(ByteBuffer.wrap("{\"model\":".getBytes(UTF_8)));
      call.requestBytes(ByteBuffer.wrap("\"m\"}".getBytes(UTF_8)));
    }
    call.over();

    assertThat(Decoded.of(call).get(Attribute.REQUEST_MODEL)).isEqualTo("m");
  }

  /** The beginning and the end of a stream of 3 MB: what was said first, and what it cost. */
  @Test
  void longStreamIsCutInTheMiddle() {
    WireCall call = new WireCall("openai.chat", null);
    call.responseBegins(200, headers("text/event-stream"));
    String chunk =
        "data: {\"id\":\"s\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"abcdefghij\"}}]}\n\n";
    for (int sent = 0; sent < 3 << 20; sent += chunk.length()) {
      call.responseBytes(ByteBuffer.wrap(chunk.getBytes(UTF_8)));
    }
    call.responseBytes(
        ByteBuffer.wrap(
            "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":9}}\n\n"
                .getBytes(UTF_8)));
    call.over();

    Decoded decoded = Decoded.of(call);
    assertThat(decoded.get(Attribute.USAGE_OUTPUT_TOKENS)).isEqualTo(9L);
    assertThat(decoded.messages(Attribute.OUTPUT_MESSAGES).get(0))
        .startsWith("assistant: abcdefghij");
    assertThat(call.heldBytes()).isLessThan(2 << 20);
  }

  /** What all open calls hold together is bounded; those that come too late know less. */
  @Test
  void manyOpenCalls() {
    WireCall[] calls = new WireCall[64];
    long held = 0;
    for (int i = 0; i < calls.length; i++) {
      calls[i] = new WireCall("openai.chat", null);
      calls[i].responseBegins(200, headers("application/json"));
      calls[i].responseBytes(ByteBuffer.allocate(1 << 20));
      held += calls[i].heldBytes();
    }
    assertThat(held).isLessThanOrEqualTo(12L << 20);

    for (WireCall call : calls) {
      call.over();
    }
    WireCall afterwards = new WireCall("openai.chat", null);
    afterwards.responseBegins(200, headers("application/json"));
    afterwards.responseBytes(ByteBuffer.wrap(ANSWER.getBytes(UTF_8)));
    afterwards.over();
    assertThat(Decoded.of(afterwards).get(Attribute.RESPONSE_ID)).isEqualTo("a");
  }

  @Test
  void whatComesAfterTheEndIsNoPartOfIt() {
    WireCall call = new WireCall("openai.chat", null);
    call.responseBegins(200, headers("application/json"));
    call.over();
    call.responseBytes(ByteBuffer.wrap(ANSWER.getBytes(UTF_8)));

    assertThat(call.heldBytes()).isZero();
    assertThat(Decoded.of(call).get(Attribute.RESPONSE_ID)).isNull();
  }

  @Test
  void whoeverTripsOverAMistakeReadsNoFurther() {
    WireCall call = new WireCall("openai.chat", null);
    call.responseBegins(200, headers("text/event-stream"));
    call.responseBytes(
        ByteBuffer.wrap(
            """
            data: {"choices":[{"delta":{"role":"assistant","content":"one"}}]}

            data: {"choices":[{"del

            data: {"choices":[{"delta":{"content":" three"},"finish_reason":"stop"}]}

            data: [DONE]

            """
                .getBytes(UTF_8)));
    call.over();

    assertThat(Decoded.of(call, false).messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: one three (stop)");
    assertThat(Decoded.of(call, true).messages(Attribute.OUTPUT_MESSAGES))
        .containsExactly("assistant: one (error)");
  }

  @Test
  void anAnswerThatHadOnlyBegunIsNone() {
    Decoded decoded =
        Decoded.of(
            "openai.chat",
            new byte[0],
            200,
            "text/event-stream",
            "data: {\"id\":\"a\",\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}\n\n"
                .getBytes(UTF_8));

    assertThat(decoded.get(Attribute.RESPONSE_ID)).isEqualTo("a");
    assertThat(decoded.get(Attribute.OUTPUT_MESSAGES)).isNull();
  }

  private static WireCall.Head headers(String contentType) {
    return name -> name.equals("content-type") ? contentType : null;
  }
}
