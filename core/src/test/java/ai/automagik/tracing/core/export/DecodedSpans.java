package ai.automagik.tracing.core.export;

import ai.automagik.tracing.core.trace.SpanEvent;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What OpenTelemetry's own classes read in our bytes. */
final class DecodedSpans {
  static final Run RUN =
      new Run(
          "20261121-061900-123-9f3c",
          "shop",
          "com.acme.Main",
          123,
          "0.1.0",
          "17.0.15",
          "Debian",
          1_795_241_940_000L);

  private DecodedSpans() {}

  /** One request with these spans. */
  static ExportTraceServiceRequest encode(SpanEvent... events) {
    ProtoBuffer buffer = new ProtoBuffer();
    OtlpEncoder encoder = new OtlpEncoder(buffer, new LongAdder());
    encoder.begin(new Resource(RUN));
    for (SpanEvent event : events) {
      encoder.add(event);
    }
    encoder.end();
    return decode(buffer);
  }

  static ExportTraceServiceRequest decode(ProtoBuffer buffer) {
    return decode(ByteBuffer.wrap(buffer.array(), 0, buffer.size()));
  }

  static ExportTraceServiceRequest decode(ByteBuffer bytes) {
    try {
      ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(bytes);
      if (!request.getUnknownFields().asMap().isEmpty()) {
        throw new AssertionError("unknown fields " + request.getUnknownFields());
      }
      return request;
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  static List<Span> spans(ExportTraceServiceRequest request) {
    return request.getResourceSpans(0).getScopeSpans(0).getSpansList();
  }

  /** The one span of a request with one. */
  static Span only(SpanEvent event) {
    List<Span> spans = spans(encode(event));
    if (spans.size() != 1) {
      throw new AssertionError(spans.size() + " spans");
    }
    return spans.get(0);
  }

  static long id(ByteString bytes) {
    return bytes.asReadOnlyByteBuffer().getLong();
  }

  /** Names and values in their order. A name that stands twice is an error. */
  static Map<String, Object> attributes(List<KeyValue> attributes) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (KeyValue each : attributes) {
      if (map.put(each.getKey(), value(each.getValue())) != null) {
        throw new AssertionError(each.getKey() + " stands twice");
      }
    }
    return map;
  }

  private static Object value(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> value.getBoolValue();
      case INT_VALUE -> value.getIntValue();
      case DOUBLE_VALUE -> value.getDoubleValue();
      case ARRAY_VALUE -> {
        List<Object> list = new ArrayList<>();
        value.getArrayValue().getValuesList().forEach(element -> list.add(value(element)));
        yield list;
      }
      default -> throw new AssertionError("unexpected " + value.getValueCase());
    };
  }
}
