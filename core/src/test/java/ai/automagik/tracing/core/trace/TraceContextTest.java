package ai.automagik.tracing.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
  @AfterEach
  void tellAgain() {
    TraceContext.toMcp(true);
  }

  @Test
  void isOfTheFormOfTheW3c() {
    ActiveSpan span = RecordedSpans.active(Operation.MCP_TOOLS_CALL, null);

    HexFormat hex = HexFormat.of();
    assertThat(TraceContext.forMcp(span))
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
        .isEqualTo(
            "00-%s%s-%s-01",
            hex.toHexDigits(span.traceIdHigh()),
            hex.toHexDigits(span.traceIdLow()),
            hex.toHexDigits(span.spanId()));
  }

  @Test
  void isToldToNobodyWhenTheUserForbidsIt() {
    TraceContext.toMcp(false);

    assertThat(TraceContext.forMcp(RecordedSpans.active(Operation.MCP_TOOLS_CALL, null))).isNull();
  }

  @Test
  void methodsOfMcpAreOperations() {
    assertThat(Operation.ofMcp("resources/templates/list"))
        .isEqualTo(Operation.MCP_RESOURCES_TEMPLATES_LIST);
    assertThat(Operation.ofMcp("logging/setLevel")).isEqualTo(Operation.MCP_LOGGING_SET_LEVEL);
    assertThat(Operation.ofMcp("notifications/cancelled")).isNull();
    assertThat(Operation.ofMcp("chat")).isNull();
  }

  @Test
  void whatIsToldCanBeRead() {
    ActiveSpan span = RecordedSpans.active(Operation.MCP_TOOLS_CALL, null);

    RemoteParent read = TraceContext.read(TraceContext.forMcp(span));

    assertThat(read)
        .isEqualTo(new RemoteParent(span.traceIdHigh(), span.traceIdLow(), span.spanId()));
    assertThat(TraceContext.read("01" + TraceContext.forMcp(span).substring(2) + "-more"))
        .isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01more",
        "00 4bf92f3577b34da6a3ce929d0e0e4736 00f067aa0ba902b7 01"
      })
  void nothingElseIs(String text) {
    assertThat(TraceContext.read(text)).isNull();
  }
}
