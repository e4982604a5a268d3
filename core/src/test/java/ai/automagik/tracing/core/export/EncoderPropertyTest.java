package ai.automagik.tracing.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.RecordedSpans;
import ai.automagik.tracing.core.trace.SpanEvent;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random spans are read back by OpenTelemetry's classes as they were meant. */
class EncoderPropertyTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 20261121})
  void whatIsReadIsWhatWasMeant(long seed) {
    RandomSpans random = new RandomSpans(seed);
    List<SpanEvent> events = new ArrayList<>();
    ActiveSpan parent = null;
    for (int i = 0; i < 40; i++) {
      ActiveSpan span = RecordedSpans.active(random.operation(), parent);
      if (i % 7 == 3) {
        random.fill(span);
        events.add(span.running());
      } else {
        events.add(RecordedSpans.ended(span, random::fill, random.error()));
      }
      parent = i % 5 == 0 ? null : span;
    }

    List<Span> spans = DecodedSpans.spans(DecodedSpans.encode(events.toArray(new SpanEvent[0])));

    assertThat(spans).hasSameSizeAs(events);
    for (int i = 0; i < spans.size(); i++) {
      assertMeans(spans.get(i), events.get(i));
    }
  }

  private static void assertMeans(Span decoded, SpanEvent event) {
    ActiveSpan span = event.span();
    assertThat(DecodedSpans.id(decoded.getTraceId().substring(0, 8))).isEqualTo(span.traceIdHigh());
    assertThat(DecodedSpans.id(decoded.getTraceId().substring(8))).isEqualTo(span.traceIdLow());
    assertThat(DecodedSpans.id(decoded.getSpanId())).isEqualTo(span.spanId());
    assertThat(decoded.getParentSpanId().isEmpty() ? 0 : DecodedSpans.id(decoded.getParentSpanId()))
        .isEqualTo(span.parentSpanId());
    assertThat(decoded.getKindValue()).isEqualTo(span.operation().kind().otlpNumber());
    assertThat(decoded.getStartTimeUnixNano()).isEqualTo(span.startEpochNanos());
    assertThat(decoded.getEndTimeUnixNano()).isEqualTo(event.endEpochNanos());
    Attribute targetName = span.operation().target();
    Object target = targetName == null ? null : event.value(targetName);
    String name = span.operation().wireName();
    assertThat(decoded.getName())
        .isEqualTo(
            target == null ? name : (name.isEmpty() ? name : name + " ") + wellFormed(target + ""));
    assertAttributes(decoded, event);
    assertError(decoded, event.error());
  }

  private static void assertAttributes(Span decoded, SpanEvent event) {
    Map<String, Object> expected = new LinkedHashMap<>();
    Map<String, Object> actual = DecodedSpans.attributes(decoded.getAttributesList());
    if (event.span().operation().genAiName() != null) {
      expected.put("gen_ai.operation.name", event.span().operation().genAiName());
    }
    for (int i = 0; i < event.attributeCount(); i++) {
      Attribute attribute = event.attribute(i);
      Object value = event.value(i);
      if (value instanceof Message.Content content) {
        expected.put(attribute.name(), tree(content));
        actual.computeIfPresent(attribute.name(), (name, json) -> JsonTree.parse((String) json));
      } else if (value instanceof String text) {
        expected.put(attribute.name(), wellFormed(text));
      } else if (value instanceof List<?> texts) {
        expected.put(
            attribute.name(), texts.stream().map(text -> wellFormed((String) text)).toList());
      } else {
        expected.put(attribute.name(), value);
      }
    }
    expected.put("thread.id", event.span().threadId());
    expected.put("thread.name", event.span().threadName());
    if (event.endEpochNanos() == 0) {
      expected.put("automagik.span.state", "running");
    }
    if (event.error() != null) {
      expected.put("error.type", event.error().getClass().getName());
    }
    assertThat(new ArrayList<>(actual.entrySet())).isEqualTo(new ArrayList<>(expected.entrySet()));
  }

  private static void assertError(Span decoded, @Nullable Throwable error) {
    if (error == null) {
      assertThat(decoded.getStatus()).isEqualTo(Status.getDefaultInstance());
      assertThat(decoded.getEventsList()).isEmpty();
      return;
    }
    String message = wellFormed(error.getMessage());
    assertThat(decoded.getStatus())
        .isEqualTo(
            Status.newBuilder()
                .setCode(Status.StatusCode.STATUS_CODE_ERROR)
                .setMessage(message == null ? error.getClass().getName() : message)
                .build());
    assertThat(decoded.getEventsCount()).isEqualTo(1);
    assertThat(
            DecodedSpans.attributes(decoded.getEvents(0).getAttributesList())
                .get("exception.message"))
        .isEqualTo(message);
  }

  private static Object tree(Message.Content content) {
    List<Object> list = new ArrayList<>();
    if (content instanceof Message.ToolDefinitions definitions) {
      for (Message.ToolDefinition tool : definitions.tools()) {
        Map<String, Object> each =
            object("type", "function", "name", tool.name(), "description", tool.description());
        if (tool.parameters() != null) {
          each.put("parameters", tool.parameters().toJson());
        }
        list.add(each);
      }
    } else if (content instanceof Message.Parts parts) {
      parts.parts().forEach(part -> list.add(tree(part)));
    } else if (content instanceof Message.Conversation conversation) {
      for (Message message : conversation.messages()) {
        Map<String, Object> each = object("role", message.role());
        each.put("parts", message.parts().stream().map(EncoderPropertyTest::tree).toList());
        each.putAll(object("finish_reason", message.finishReason()));
        list.add(each);
      }
    }
    return list;
  }

  private static Object tree(Message.Part part) {
    if (part instanceof Message.Text text) {
      return object("type", "text", "content", text.content());
    } else if (part instanceof Message.Reasoning reasoning) {
      return object("type", "reasoning", "content", reasoning.content());
    } else if (part instanceof Message.ToolCall call) {
      return object(
          "type", "tool_call", "id", call.id(), "name", call.name(), "arguments", call.arguments());
    } else if (part instanceof Message.ToolResponse response) {
      String text = response.response();
      return object(
          "type", "tool_call_response", "id", response.id(), "response", text == null ? "" : text);
    } else if (part instanceof Message.ToolResponseParts response) {
      Map<String, Object> object = object("type", "tool_call_response", "id", response.id());
      object.put("response", tree(new Message.Parts(response.response())));
      return object;
    }
    if (part instanceof Message.Other other) {
      return object("type", other.type());
    }
    Message.Media media = (Message.Media) part;
    if (media.hasAddress()) {
      return object(
          "type", "uri", "modality", "image", "mime_type", media.mimeType(), "uri", media.uri());
    }
    Map<String, Object> blob =
        object(
            "type",
            "blob",
            "modality",
            "image",
            "mime_type",
            media.mimeType(),
            "content",
            media.content());
    blob.put("size", media.bytes());
    return blob;
  }

  private static Map<String, Object> object(@Nullable String... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        object.put(namesAndValues[i], wellFormed(namesAndValues[i + 1]));
      }
    }
    return object;
  }

  private static @Nullable String wellFormed(@Nullable String text) {
    return text == null
        ? null
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
