package ai.automagik.tracing.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.Await;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanMapTest {
  private static final int MAX_ENTRIES = 10_000;

  private final SpanMap map = new SpanMap();
  private final ActiveSpan span = RecordedSpans.active(Operation.CHAT, null);

  @Test
  void findsAndForgets() {
    Object handler = new Object();
    map.put(handler, span);

    assertThat(map.get(handler)).isSameAs(span);
    assertThat(map.remove(handler)).isSameAs(span);
    assertThat(map.get(handler)).isNull();
    assertThat(map.remove(handler)).isNull();
  }

  @Test
  void theNewestSpanOfAnObjectCounts() {
    Object task = new Object();
    ActiveSpan later = RecordedSpans.active(Operation.CHAT, null);
    map.put(task, span);
    map.put(task, later);

    assertThat(map.remove(task)).isSameAs(later);
    assertThat(map.isEmpty()).isTrue();
  }

  @Test
  void comparesByIdentity() {
    List<String> one = new ArrayList<>(List.of("same"));
    List<String> other = new ArrayList<>(List.of("same"));
    map.put(one, span);
    one.add("changed");

    assertThat(map.get(one)).isSameAs(span);
    assertThat(map.get(other)).isNull();
  }

  @Test
  void neverCallsTheApplicationsMethods() {
    Object hostile =
        new Object() {
          @Override
          public int hashCode() {
            throw new IllegalStateException();
          }

          @Override
          @SuppressWarnings("EqualsWhichDoesntCheckParameterClass")
          public boolean equals(Object other) {
            throw new IllegalStateException();
          }
        };
    map.put(hostile, span);

    assertThat(map.get(hostile)).isSameAs(span);
    assertThat(map.remove(hostile)).isSameAs(span);
  }

  @Test
  void isBoundedAndForgetsWhatIsCollected() {
    List<Object> handlers = new ArrayList<>();
    for (int i = 0; i < MAX_ENTRIES; i++) {
      Object handler = new Object();
      handlers.add(handler);
      map.put(handler, span);
    }
    Object oneTooMany = new Object();
    map.put(oneTooMany, span);

    assertThat(map.get(oneTooMany)).isNull();
    assertThat(map.get(handlers.get(0))).isSameAs(span);
    Reference.reachabilityFence(handlers);

    handlers.clear();
    Object later = new Object();
    Await.untilCollected(
        "there is room again",
        () -> {
          map.put(later, span);
          return map.get(later) != null;
        });
  }
}
