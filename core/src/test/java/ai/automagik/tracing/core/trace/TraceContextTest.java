package ai.automagik.tracing.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
}
