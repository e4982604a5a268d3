package ai.automagik.tracing.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.RecordedSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How the failure of a span is written, also when the exception fails at describing itself. */
class EncodedErrorTest {
  @Test
  void anErrorIsStatusAttributeAndEvent() {
    Span span = encode(new IllegalStateException("out of tea"));

    assertThat(span.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
    assertThat(span.getStatus().getMessage()).isEqualTo("out of tea");
    assertThat(DecodedSpans.attributes(span.getAttributesList()))
        .contains(entry("error.type", "java.lang.IllegalStateException"));
    assertThat(span.getEventsCount()).isEqualTo(1);
    assertThat(span.getEvents(0).getName()).isEqualTo("exception");
    assertThat(span.getEvents(0).getTimeUnixNano()).isEqualTo(span.getEndTimeUnixNano());
    assertThat(event(span))
        .contains(
            entry("exception.type", "java.lang.IllegalStateException"),
            entry("exception.message", "out of tea"));
    assertThat(event(span).get("exception.stacktrace").toString())
        .startsWith("java.lang.IllegalStateException: out of tea")
        .contains("EncodedErrorTest");
  }

  @Test
  void withoutAMessageTheTypeIsTheStatus() {
    Span span = encode(new IllegalStateException());

    assertThat(span.getStatus().getMessage()).isEqualTo("java.lang.IllegalStateException");
    assertThat(event(span)).doesNotContainKey("exception.message");
  }

  @Test
  void aLongStackTraceIsCut() {
    assertThat(event(encode(new IllegalStateException("x".repeat(100_000)))))
        .extractingByKey("exception.stacktrace")
        .asString()
        .hasSize(16 * 1024);
  }

  @Test
  void anExceptionWhoseMessageThrows() {
    Span span =
        encode(
            new Hostile(
                () -> {
                  throw new IllegalStateException();
                }));

    assertThat(span.getStatus().getMessage()).isEqualTo(Hostile.class.getName());
    assertThat(event(span))
        .contains(entry("exception.type", Hostile.class.getName()))
        .doesNotContainKey("exception.message");
  }

  @Test
  void anExceptionWhoseMessageOverflowsTheStack() {
    Span span =
        encode(
            new Hostile(
                () -> {
                  throw new StackOverflowError();
                }));

    assertThat(span.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
  }

  @Test
  void anExceptionThatCannotPrintItself() {
    Span span =
        encode(
            new RuntimeException("message") {
              private static final long serialVersionUID = 1;

              @Override
              public void printStackTrace(PrintWriter out) {
                out.print("half ");
                throw new IllegalStateException();
              }
            });

    assertThat(event(span))
        .contains(
            entry("exception.message", "message"),
            entry("exception.stacktrace", "half (this exception cannot print its stack trace)"));
  }

  private static Span encode(Throwable error) {
    return DecodedSpans.only(
        RecordedSpans.ended(RecordedSpans.active(Operation.CHAT, null), span -> {}, error));
  }

  private static Map<String, Object> event(Span span) {
    return DecodedSpans.attributes(span.getEvents(0).getAttributesList());
  }

  private static final class Hostile extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Supplier<String> message;

    Hostile(Supplier<String> message) {
      this.message = message;
    }

    @Override
    public String getMessage() {
      return message.get();
    }
  }
}
