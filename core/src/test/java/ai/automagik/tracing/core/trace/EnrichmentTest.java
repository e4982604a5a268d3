package ai.automagik.tracing.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EnrichmentTest {
  @Test
  void addsOnTheWorkerWhatIsStillToBeWorkedOut() {
    Held held =
        new Held(
            span -> {
              span.add(Attribute.REQUEST_MODEL, "of the wire");
              span.add(Attribute.RESPONSE_ID, "r1");
              span.set(Attribute.USAGE_INPUT_TOKENS, 5L);
              span.set(Attribute.RESPONSE_MODEL, null);
              span.remove(Attribute.STREAM_OUTCOME);
            });
    SpanEvent ended = ended(held, null);

    assertThat(ended.value(Attribute.RESPONSE_ID)).isNull();
    SpanEvent enriched = ended.enriched();
    assertThat(enriched.value(Attribute.REQUEST_MODEL)).isEqualTo("of the library");
    assertThat(enriched.value(Attribute.RESPONSE_ID)).isEqualTo("r1");
    assertThat(enriched.value(Attribute.USAGE_INPUT_TOKENS)).isEqualTo(5L);
    assertThat(enriched.value(Attribute.STREAM_OUTCOME)).isNull();
    assertThat(enriched.attributeCount()).isEqualTo(3);
    assertThat(enriched.span()).isSameAs(ended.span());
    assertThat(enriched.endEpochNanos()).isEqualTo(ended.endEpochNanos());
    assertThat(enriched.enriched()).isSameAs(enriched);
  }

  @Test
  void whatItHadSaidBeforeItFailedStays() {
    SpanEvent enriched =
        ended(
                new Held(
                    span -> {
                      span.set(Attribute.RESPONSE_ID, "r1");
                      throw new IllegalStateException();
                    }),
                null)
            .enriched();

    assertThat(enriched.value(Attribute.RESPONSE_ID)).isEqualTo("r1");
  }

  @Test
  void knowsWhetherTheSpanFailed() {
    boolean[] failed = {false};
    SpanEvent unused =
        ended(new Held(span -> failed[0] = span.failed()), new IllegalStateException()).enriched();

    assertThat(failed[0]).isTrue();
  }

  @Test
  void isToldOnceThatTheSpanHasEnded() {
    Held held = new Held(span -> {});
    SpanEvent event = ended(held, null);
    event.span().end(null);

    assertThat(held.ends).isEqualTo(1);
  }

  @Test
  void itsMemoryIsAccountedFor() {
    SpanEvent without = ended(null, null);
    SpanEvent with = ended(new Held(span -> {}), null);

    assertThat(with.heldBytes()).isEqualTo(without.heldBytes() + 1000);
  }

  @Test
  void aLaterOneTakesThePlaceOfAnEarlierOne() {
    ActiveSpan span = RecordedSpans.active(Operation.CHAT, null);
    Held first = new Held(enriched -> {});
    Held second = new Held(enriched -> {});

    assertThat(span.enrichWith(first)).isNull();
    assertThat(span.enrichWith(second)).isSameAs(first);
    span.end(null);
    assertThat(first.ends).isZero();
    assertThat(second.ends).isEqualTo(1);
  }

  private static SpanEvent ended(@Nullable Held held, @Nullable Throwable failure) {
    return RecordedSpans.ended(
        RecordedSpans.active(Operation.CHAT, null),
        span -> {
          span.set(Attribute.REQUEST_MODEL, "of the library");
          span.set(Attribute.STREAM_OUTCOME, "cancelled");
          if (held != null) {
            assertThat(span.enrichWith(held)).isNull();
          }
        },
        failure);
  }

  private static final class Held implements Enrichment {
    private final Consumer<Enriched> says;
    private int ends;

    Held(Consumer<Enriched> says) {
      this.says = says;
    }

    @Override
    public int heldBytes() {
      return 1000;
    }

    @Override
    public void spanEnded() {
      ends++;
    }

    @Override
    public void enrich(Enriched span) {
      says.accept(span);
    }
  }
}
