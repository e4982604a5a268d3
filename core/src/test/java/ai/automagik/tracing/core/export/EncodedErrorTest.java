package ai.automagik.tracing.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.RecordedSpans;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
  void anExceptionThatOnlyWrapsAnotherIsOfTheOthersType() {
    Span span =
        encode(
            new RuntimeException(
                new CompletionException(new ExecutionException(new InterruptedException()))));

    assertThat(DecodedSpans.attributes(span.getAttributesList()))
        .contains(entry("error.type", "java.lang.InterruptedException"));
    assertThat(event(span)).contains(entry("exception.type", "java.lang.RuntimeException"));
    assertThat(DecodedSpans.attributes(encode(new RuntimeException()).getAttributesList()))
        .contains(entry("error.type", "java.lang.RuntimeException"));
    assertThat(
            DecodedSpans.attributes(
                encode(new IllegalStateException(new InterruptedException())).getAttributesList()))
        .contains(entry("error.type", "java.lang.IllegalStateException"));
  }

  @Test
  void anErrorTypeWithoutAnExceptionIsAStatus() {
    Span span = encode(null, Attribute.ERROR_TYPE, "tool_error");

    assertThat(span.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
    assertThat(span.getStatus().getMessage()).isEqualTo("tool_error");
    assertThat(DecodedSpans.attributes(span.getAttributesList()))
        .contains(entry("error.type", "tool_error"));
    assertThat(span.getEventsCount()).isZero();
  }

  @Test
  void anErrorTypeGoesBeforeTheClassOfAnException() {
    Span span = encode(new IllegalStateException("dry"), Attribute.ERROR_TYPE, "tool_error");

    assertThat(span.getStatus().getMessage()).isEqualTo("dry");
    assertThat(span.getAttributesList().stream().map(KeyValue::getKey).toList())
        .containsOnlyOnce("error.type");
    assertThat(DecodedSpans.attributes(span.getAttributesList()))
        .contains(entry("error.type", "tool_error"));
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

  @Test
  void aFailureMayBeNoException() {
    Span span =
        DecodedSpans.only(
            RecordedSpans.ended(
                Operation.CHAT,
                each ->
                    each.set(Attribute.ERROR_TYPE, "-32602")
                        .set(Attribute.STATUS_MESSAGE, "Unknown tool")));

    assertThat(span.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
    assertThat(span.getStatus().getMessage()).isEqualTo("Unknown tool");
    assertThat(DecodedSpans.attributes(span.getAttributesList()))
        .contains(entry("error.type", "-32602"))
        .doesNotContainKey("automagik.status.message");
    assertThat(span.getEventsCount()).isZero();
  }

  @Test
  void whatTheInstrumentationSaysGoesBeforeTheException() {
    Span span =
        DecodedSpans.only(
            RecordedSpans.ended(
                RecordedSpans.active(Operation.CHAT, null),
                each -> each.set(Attribute.ERROR_TYPE, "tool_error"),
                new IllegalStateException("out of tea")));

    assertThat(span.getStatus().getMessage()).isEqualTo("out of tea");
    assertThat(span.getAttributesList())
        .filteredOn(each -> each.getKey().equals("error.type"))
        .hasSize(1);
    assertThat(DecodedSpans.attributes(span.getAttributesList()))
        .contains(entry("error.type", "tool_error"));
    assertThat(event(span)).contains(entry("exception.type", "java.lang.IllegalStateException"));
  }

  private static Span encode(Throwable error) {
    return encode(error, Attribute.ERROR_TYPE, null);
  }

  private static Span encode(
      @Nullable Throwable error, Attribute attribute, @Nullable String value) {
    return DecodedSpans.only(
        RecordedSpans.ended(
            RecordedSpans.active(Operation.CHAT, null),
            span -> span.set(attribute, (Object) value),
            error));
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
