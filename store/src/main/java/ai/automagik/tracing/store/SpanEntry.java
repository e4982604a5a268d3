package ai.automagik.tracing.store;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;

/**
 * A span as one frame holds it, with what surrounds it there. Nothing of its content is decoded
 * before {@link #decode} is called.
 *
 * @param service the service name of its resource
 */
record SpanEntry(
    Run run,
    String service,
    Resource resource,
    String scope,
    io.opentelemetry.proto.trace.v1.Span span) {

  private static final int TRACE_ID_BYTES = 16;
  private static final int SPAN_ID_BYTES = 8;

  boolean hasValidIds() {
    return span.getTraceId().size() == TRACE_ID_BYTES && span.getSpanId().size() == SPAN_ID_BYTES;
  }

  String traceId() {
    return hex(span.getTraceId());
  }

  String spanId() {
    return hex(span.getSpanId());
  }

  long spanKey() {
    return ByteBuffer.wrap(span.getSpanId().toByteArray()).getLong();
  }

  boolean ended() {
    return span.getEndTimeUnixNano() != 0;
  }

  boolean failed() {
    return status() == Span.Status.ERROR;
  }

  boolean hasParent() {
    return !parentSpanId().isEmpty();
  }

  /** Decodes the span. A span that has not ended is running if the caller says that its run is. */
  Span decode(Attributes decodedResource, boolean runAlive) {
    Span.State state =
        ended() ? Span.State.ENDED : runAlive ? Span.State.RUNNING : Span.State.INTERRUPTED;
    List<Span.Event> events =
        span.getEventsList().stream()
            .map(
                event ->
                    new Span.Event(
                        event.getName(),
                        event.getTimeUnixNano(),
                        Attributes.decode(event.getAttributesList())))
            .toList();
    return new Span(
        traceId(),
        spanId(),
        parentSpanId(),
        span.getName(),
        kind(),
        state,
        span.getStartTimeUnixNano(),
        span.getEndTimeUnixNano(),
        Attributes.decode(span.getAttributesList()),
        events,
        status(),
        span.getStatus().getMessage(),
        run.id(),
        service,
        decodedResource,
        scope);
  }

  static String service(Resource resource, Run run) {
    for (KeyValue attribute : resource.getAttributesList()) {
      if (attribute.getKey().equals("service.name") && attribute.getValue().hasStringValue()) {
        return attribute.getValue().getStringValue();
      }
    }
    RunInfo info = run.info();
    return info == null || info.service().isEmpty() ? "unknown" : info.service();
  }

  private String parentSpanId() {
    String parent = hex(span.getParentSpanId());
    return parent.length() == SPAN_ID_BYTES * 2 && !parent.equals("0000000000000000") ? parent : "";
  }

  private Span.Kind kind() {
    return switch (span.getKind()) {
      case SPAN_KIND_INTERNAL -> Span.Kind.INTERNAL;
      case SPAN_KIND_SERVER -> Span.Kind.SERVER;
      case SPAN_KIND_CLIENT -> Span.Kind.CLIENT;
      case SPAN_KIND_PRODUCER -> Span.Kind.PRODUCER;
      case SPAN_KIND_CONSUMER -> Span.Kind.CONSUMER;
      default -> Span.Kind.UNSPECIFIED;
    };
  }

  private Span.Status status() {
    return switch (span.getStatus().getCode()) {
      case STATUS_CODE_OK -> Span.Status.OK;
      case STATUS_CODE_ERROR -> Span.Status.ERROR;
      default -> Span.Status.UNSET;
    };
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
