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
    WireCall call = new WireCall("openai.chat");
    ByteBuffer buffer = ByteBuffer.wrap(ANSWER.getBytes(UTF_8)).position(3);

    call.responseBegins(200, null, null);
    call.responseBytes(buffer);
    call.over();

    assertThat(buffer.position()).isEqualTo(3);
    assertThat(buffer.remaining()).isEqualTo(ANSWER.length() - 3);
  }

  @Test
  void requestThatIsSentAgainIsReadOnce() {
    WireCall call = new WireCall("openai.chat");
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
    WireCall call = new WireCall("openai.chat");
    call.responseBegins(200, "text/event-stream", null);
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
      calls[i] = new WireCall("openai.chat");
      calls[i].responseBegins(200, "application/json", null);
      calls[i].responseBytes(ByteBuffer.allocate(1 << 20));
      held += calls[i].heldBytes();
    }
    assertThat(held).isLessThanOrEqualTo(24L << 20);

    for (WireCall call : calls) {
      call.over();
    }
    WireCall afterwards = new WireCall("openai.chat");
    afterwards.responseBegins(200, "application/json", null);
    afterwards.responseBytes(ByteBuffer.wrap(ANSWER.getBytes(UTF_8)));
    afterwards.over();
    assertThat(Decoded.of(afterwards).get(Attribute.RESPONSE_ID)).isEqualTo("a");
  }
}
