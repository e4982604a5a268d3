package ai.automagik.tracing.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.RecordedSpans;
import ai.automagik.tracing.core.trace.SpanEvent;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpEncoderTest {
  @Test
  void resourceAndScopeStandOnce() {
    ExportTraceServiceRequest request = DecodedSpans.encode(chat("a"), chat("b"));

    assertThat(request.getResourceSpansCount()).isEqualTo(1);
    assertThat(request.getResourceSpans(0).getScopeSpansCount()).isEqualTo(1);
    assertThat(
            DecodedSpans.attributes(request.getResourceSpans(0).getResource().getAttributesList()))
        .contains(
            entry("service.name", "shop"),
            entry("service.instance.id", DecodedSpans.RUN.id()),
            entry("process.pid", 123L),
            entry("process.runtime.version", "17.0.15"),
            entry("telemetry.sdk.language", "java"),
            entry("telemetry.distro.name", "automagik-tracing"),
            entry("telemetry.distro.version", "0.1.0"));
    InstrumentationScope scope = request.getResourceSpans(0).getScopeSpans(0).getScope();
    assertThat(scope.getName()).isEqualTo("ai.automagik.tracing");
    assertThat(scope.getVersion()).isEqualTo("0.1.0");
  }

  @Test
  void idsParentAndTimes() {
    ActiveSpan agent = RecordedSpans.active(Operation.INVOKE_AGENT, null);
    ActiveSpan chat = RecordedSpans.active(Operation.CHAT, agent);
    SpanEvent inner = RecordedSpans.ended(chat, span -> {}, null);
    SpanEvent outer = RecordedSpans.ended(agent, span -> {}, null);

    List<Span> spans = DecodedSpans.spans(DecodedSpans.encode(inner, outer));

    Span child = spans.get(0);
    Span root = spans.get(1);
    assertThat(root.getTraceId().size()).isEqualTo(16);
    assertThat(DecodedSpans.id(root.getTraceId().substring(0, 8))).isEqualTo(agent.traceIdHigh());
    assertThat(DecodedSpans.id(root.getTraceId().substring(8))).isEqualTo(agent.traceIdLow());
    assertThat(DecodedSpans.id(root.getSpanId())).isEqualTo(agent.spanId());
    assertThat(root.getParentSpanId().isEmpty()).isTrue();
    assertThat(child.getTraceId()).isEqualTo(root.getTraceId());
    assertThat(child.getParentSpanId()).isEqualTo(root.getSpanId());
    assertThat(child.getStartTimeUnixNano()).isEqualTo(chat.startEpochNanos());
    assertThat(child.getEndTimeUnixNano())
        .isEqualTo(inner.endEpochNanos())
        .isGreaterThanOrEqualTo(child.getStartTimeUnixNano())
        .isLessThanOrEqualTo(root.getEndTimeUnixNano());
    assertThat(child.getFlags()).isEqualTo(0x101);
    assertThat(child.getStatus()).isEqualTo(Status.getDefaultInstance());
    assertThat(child.getEventsCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "INVOKE_AGENT, SPAN_KIND_INTERNAL, gen_ai.agent.name, invoke_agent Planner.plan",
    "CHAT, SPAN_KIND_CLIENT, gen_ai.request.model, chat Planner.plan",
    "EXECUTE_TOOL, SPAN_KIND_INTERNAL, gen_ai.tool.name, execute_tool Planner.plan",
    "MCP_TOOLS_CALL, SPAN_KIND_CLIENT, gen_ai.tool.name, tools/call Planner.plan",
  })
  void nameAndKindFollowFromTheOperation(
      Operation operation, Span.SpanKind kind, String target, String name) {
    Span span =
        DecodedSpans.only(
            RecordedSpans.ended(operation, each -> each.set(operation.target(), "Planner.plan")));

    assertThat(span.getName()).isEqualTo(name);
    assertThat(span.getKind()).isEqualTo(kind);
    assertThat(DecodedSpans.attributes(span.getAttributesList()))
        .containsExactly(
            entry("gen_ai.operation.name", operation.genAiName()),
            entry(target, "Planner.plan"),
            entry("thread.id", Thread.currentThread().getId()),
            entry("thread.name", Thread.currentThread().getName()));
  }

  @Test
  void aRequestToAServerIsNoOperationOfGenAi() {
    Span span = DecodedSpans.only(RecordedSpans.ended(Operation.MCP_TOOLS_LIST, each -> {}));

    assertThat(span.getName()).isEqualTo("tools/list");
    assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
    assertThat(DecodedSpans.attributes(span.getAttributesList()))
        .containsOnlyKeys("thread.id", "thread.name");
  }

  @Test
  void withoutATargetTheOperationIsTheName() {
    assertThat(DecodedSpans.only(RecordedSpans.ended(Operation.CHAT, span -> {})).getName())
        .isEqualTo("chat");
  }

  @Test
  void everyTypeOfValue() {
    Map<String, Object> attributes =
        attributes(
            span ->
                span.set(Attribute.RESPONSE_ID, "text")
                    .set(Attribute.OUTPUT_TYPE, "")
                    .set(Attribute.REQUEST_STREAM, true)
                    .set(Attribute.USAGE_INPUT_TOKENS, Integer.valueOf(7))
                    .set(Attribute.USAGE_OUTPUT_TOKENS, Long.MIN_VALUE)
                    .set(Attribute.USAGE_REASONING_TOKENS, Long.MAX_VALUE)
                    .set(Attribute.REQUEST_TEMPERATURE, 0.1)
                    .set(Attribute.REQUEST_TOP_P, Double.NaN)
                    .set(Attribute.RESPONSE_FINISH_REASONS, List.of("stop", ""))
                    .set(Attribute.REQUEST_STOP_SEQUENCES, List.of())
                    .set(Attribute.CONVERSATION_ID, new StringBuilder("builder")));

    assertThat(attributes)
        .contains(
            entry("gen_ai.response.id", "text"),
            entry("gen_ai.output.type", ""),
            entry("gen_ai.request.stream", true),
            entry("gen_ai.usage.input_tokens", 7L),
            entry("gen_ai.usage.output_tokens", Long.MIN_VALUE),
            entry("gen_ai.usage.reasoning.output_tokens", Long.MAX_VALUE),
            entry("gen_ai.request.temperature", 0.1),
            entry("gen_ai.request.top_p", Double.NaN),
            entry("gen_ai.response.finish_reasons", List.of("stop", "")),
            entry("gen_ai.request.stop_sequences", List.of()),
            entry("gen_ai.conversation.id", "builder"));
  }

  @Test
  void aListMayHoldNull() {
    assertThat(
            attributes(
                span -> span.set(Attribute.REQUEST_STOP_SEQUENCES, Arrays.asList("a", null))))
        .contains(entry("gen_ai.request.stop_sequences", List.of("a", "null")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "Käse",
        "日本語",
        "\ud83d\ude00 and \ud83d\udc4d",
        "\ud83d",
        "\ude00\ud83d",
        "a\ud800b\udfffc",
        "\u0000\u0001\u007f\u0080\u07ff\u0800\uffff",
      })
  void textIsUtf8AsJavaHasIt(String text) {
    String expected = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

    assertThat(attributes(span -> span.set(Attribute.RESPONSE_ID, text)))
        .contains(entry("gen_ai.response.id", expected));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 121, 122, 127, 128, 16_383, 16_384, 65_535, 65_536, 2_097_152})
  void lengthsOfEverySize(int length) {
    String text = "x".repeat(length);

    Span span =
        DecodedSpans.only(
            RecordedSpans.ended(
                Operation.CHAT,
                each -> each.set(Attribute.RESPONSE_ID, text).set(Attribute.OUTPUT_TYPE, "é")));

    assertThat(DecodedSpans.attributes(span.getAttributesList()))
        .contains(entry("gen_ai.response.id", text), entry("gen_ai.output.type", "é"));
  }

  @Test
  void aRunningSpanHasNoEndAndSaysSo() {
    ActiveSpan active = RecordedSpans.active(Operation.CHAT, null);
    active.set(Attribute.REQUEST_MODEL, "gpt");
    active.fail(new IllegalStateException("not yet known"));

    Span span = DecodedSpans.only(active.running());

    assertThat(span.getEndTimeUnixNano()).isZero();
    assertThat(span.getStartTimeUnixNano()).isEqualTo(active.startEpochNanos());
    assertThat(DecodedSpans.attributes(span.getAttributesList()))
        .contains(entry("automagik.span.state", "running"));
    assertThat(span.getStatus()).isEqualTo(Status.getDefaultInstance());
  }

  @Test
  void anEndedSpanHasNoState() {
    assertThat(attributes(span -> {})).doesNotContainKey("automagik.span.state");
  }

  @Test
  void aSpanThatCannotBeWrittenLeavesTheOthers() {
    Object hostile =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("hostile");
          }
        };
    assertLeavesTheOthers(
        RecordedSpans.ended(
            Operation.CHAT,
            span -> span.set(Attribute.REQUEST_MODEL, "x").set(Attribute.RESPONSE_ID, hostile)),
        "hostile");
  }

  @Test
  void aSpanOverTheSizeLimitLeavesTheOthers() {
    String half = "x".repeat(17 << 20);
    assertLeavesTheOthers(
        RecordedSpans.ended(
            Operation.CHAT,
            span -> span.set(Attribute.RESPONSE_ID, half).set(Attribute.CONVERSATION_ID, half)),
        "a span of ");
  }

  @Test
  void aSpanUnderTheSizeLimitIsKept() {
    String text = "x".repeat(31 << 20);

    assertThat(attributes(span -> span.set(Attribute.RESPONSE_ID, text)))
        .contains(entry("gen_ai.response.id", text));
  }

  @Test
  void theEncoderIsUsedAgain() {
    ProtoBuffer buffer = new ProtoBuffer();
    OtlpEncoder encoder = new OtlpEncoder(buffer, new LongAdder());
    for (String model : List.of("a".repeat(5 << 20), "b", "c")) {
      encoder.begin(new Resource(DecodedSpans.RUN));
      encoder.add(chat(model));
      encoder.end();

      assertThat(DecodedSpans.spans(DecodedSpans.decode(buffer)))
          .extracting(Span::getName)
          .containsExactly("chat " + model);
      buffer.clear();
      assertThat(buffer.size()).isZero();
      assertThat(buffer.array().length).isLessThan(5 << 20);
    }
  }

  private static void assertLeavesTheOthers(SpanEvent bad, String reason) {
    ProtoBuffer buffer = new ProtoBuffer();
    OtlpEncoder encoder = new OtlpEncoder(buffer, new LongAdder());
    encoder.begin(new Resource(DecodedSpans.RUN));
    encoder.add(chat("before"));
    int size = buffer.size();

    assertThatThrownBy(() -> encoder.add(bad)).hasMessageContaining(reason);
    assertThat(buffer.size()).isEqualTo(size);

    encoder.add(chat("after"));
    encoder.end();
    assertThat(DecodedSpans.spans(DecodedSpans.decode(buffer)))
        .extracting(Span::getName)
        .containsExactly("chat before", "chat after");
  }

  private static SpanEvent chat(String model) {
    return RecordedSpans.ended(Operation.CHAT, span -> span.set(Attribute.REQUEST_MODEL, model));
  }

  private static Map<String, Object> attributes(Consumer<ActiveSpan> content) {
    return DecodedSpans.attributes(
        DecodedSpans.only(RecordedSpans.ended(Operation.CHAT, content)).getAttributesList());
  }
}
