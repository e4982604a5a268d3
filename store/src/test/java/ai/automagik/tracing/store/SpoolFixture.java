package ai.automagik.tracing.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/** Writes spools as the recorder would, and as it never would. */
public final class SpoolFixture {
  /** The moment at which every fixture trace starts: 2026-11-21T06:19:00Z. */
  public static final long T0_MILLIS = 1_795_241_940_000L;

  private final Path folder;

  public SpoolFixture(Path folder) {
    this.folder = folder;
  }

  public Path folder() {
    return folder;
  }

  public Path file(String run, String name) {
    return folder.resolve(run).resolve(name);
  }

  /** Appends one frame to 0001.otlp of a run. */
  public SpoolFixture frame(String run, String service, Span.Builder... spans) {
    return append(run, "0001.otlp", frameBytes(request(run, service, spans)));
  }

  /** Appends bytes to a file of a run; a new file gets a header first. */
  public SpoolFixture append(String run, String name, byte[] bytes) {
    try {
      Path file = file(run, name);
      Files.createDirectories(file.getParent());
      if (!Files.exists(file)) {
        Files.write(file, header(1));
      }
      Files.write(file, bytes, StandardOpenOption.APPEND);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file of a run as it is given. */
  public SpoolFixture write(String run, String name, byte[] bytes) {
    try {
      Path file = file(run, name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes run.json. */
  public SpoolFixture info(String run, String service, String state, long heartbeatEpochMillis) {
    String json =
        """
        {"format":1,"run":"%s","pid":123,"service":"%s","command":"com.acme.Main",
        "agentVersion":"0.1.0","javaVersion":"17.0.15","javaVendor":"Debian",
        "startedEpochMillis":%d,"heartbeatEpochMillis":%d,"state":"%s",
        "spool":{"state":"off","reason":"no space left on device","files":1,"bytes":12345},
        "counters":{"offered":10,"accepted":9,"droppedQueueFull":1},
        "modules":[{"name":"langchain4j","state":"plugged",
        "hooks":["dev.langchain4j.model.chat.ChatModel"],"unmatched":["a.B"],"failures":0,"reason":null}],
        "settings":{"capture":"full"},"fieldOfTheFuture":[1,{"a":2}]}
        """
            .formatted(run, service, T0_MILLIS, heartbeatEpochMillis, state);
    return write(run, "run.json", json.getBytes(UTF_8));
  }

  public static byte[] header(int version) {
    return ByteBuffer.allocate(16).put("AMSPOOL\n".getBytes(UTF_8)).putInt(version).array();
  }

  public static byte[] frameBytes(ExportTraceServiceRequest request) {
    return frameBytes(request.toByteArray());
  }

  public static byte[] frameBytes(byte[] payload) {
    CRC32C checksum = new CRC32C();
    checksum.update(payload);
    return ByteBuffer.allocate(8 + payload.length)
        .putInt(payload.length)
        .putInt((int) checksum.getValue())
        .put(payload)
        .array();
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  public static ExportTraceServiceRequest request(
      String run, String service, Span.Builder... spans) {
    ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
    var resourceSpans = request.addResourceSpansBuilder();
    resourceSpans
        .getResourceBuilder()
        .addAttributes(attribute("service.name", service))
        .addAttributes(attribute("service.instance.id", run))
        .addAttributes(attribute("process.pid", 123));
    var scopeSpans = resourceSpans.addScopeSpansBuilder();
    scopeSpans.getScopeBuilder().setName("automagik-tracing/langchain4j").setVersion("0.1.0");
    Arrays.stream(spans).forEach(scopeSpans::addSpans);
    return request.build();
  }

  /**
   * Returns an ended span.
   *
   * @param traceId hex digits, padded to 32
   * @param spanId hex digits, padded to 16
   * @param parentSpanId the same, or empty
   * @param startMillis after {@link #T0_MILLIS}
   */
  public static Span.Builder span(
      String traceId,
      String spanId,
      String parentSpanId,
      String name,
      long startMillis,
      long durationMillis) {
    long startNanos = (T0_MILLIS + startMillis) * 1_000_000;
    Span.Builder span =
        Span.newBuilder()
            .setTraceId(id(traceId, 32))
            .setSpanId(id(spanId, 16))
            .setName(name)
            .setKind(
                name.startsWith("chat")
                    ? Span.SpanKind.SPAN_KIND_CLIENT
                    : Span.SpanKind.SPAN_KIND_INTERNAL)
            .setStartTimeUnixNano(startNanos)
            .setEndTimeUnixNano(startNanos + durationMillis * 1_000_000);
    if (!parentSpanId.isEmpty()) {
      span.setParentSpanId(id(parentSpanId, 16));
    }
    return span;
  }

  /** Returns a span that has not ended. */
  public static Span.Builder running(
      String traceId, String spanId, String parentSpanId, String name, long startMillis) {
    return span(traceId, spanId, parentSpanId, name, startMillis, 0)
        .setEndTimeUnixNano(0)
        .addAttributes(attribute("automagik.span.state", "running"));
  }

  /** Marks a span as failed. */
  public static Span.Builder failed(
      Span.Builder span, String type, String message, String stackTrace) {
    return span.setStatus(
            Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR).setMessage(message))
        .addAttributes(attribute("error.type", type))
        .addEvents(
            Span.Event.newBuilder()
                .setName("exception")
                .setTimeUnixNano(span.getEndTimeUnixNano())
                .addAttributes(attribute("exception.type", type))
                .addAttributes(attribute("exception.message", message))
                .addAttributes(attribute("exception.stacktrace", stackTrace)));
  }

  public static KeyValue attribute(String key, Object value) {
    return KeyValue.newBuilder().setKey(key).setValue(value(value)).build();
  }

  private static AnyValue value(Object value) {
    AnyValue.Builder any = AnyValue.newBuilder();
    if (value instanceof String text) {
      any.setStringValue(text);
    } else if (value instanceof Boolean claim) {
      any.setBoolValue(claim);
    } else if (value instanceof Double number) {
      any.setDoubleValue(number);
    } else if (value instanceof Number number) {
      any.setIntValue(number.longValue());
    } else if (value instanceof byte[] bytes) {
      any.setBytesValue(ByteString.copyFrom(bytes));
    } else if (value instanceof List<?> list) {
      ArrayValue.Builder array = ArrayValue.newBuilder();
      list.forEach(element -> array.addValues(value(element)));
      any.setArrayValue(array);
    } else {
      throw new IllegalArgumentException("no attribute type for " + value);
    }
    return any.build();
  }

  private static ByteString id(String hex, int digits) {
    return ByteString.copyFrom(
        HexFormat.of().parseHex(hex + "0".repeat(Math.max(0, digits - hex.length()))));
  }
}
