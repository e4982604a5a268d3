package ai.automagik.tracing.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LongSetTest {
  @Test
  void agreesWithAHashSet() {
    Random random = new Random(7);
    LongSet set = new LongSet();
    Set<Long> expected = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      long value = random.nextBoolean() ? random.nextInt(5_000) - 2_500 : random.nextLong();
      assertThat(set.contains(value)).isEqualTo(expected.contains(value));
      assertThat(set.add(value)).isEqualTo(expected.add(value));
      assertThat(set.size()).isEqualTo(expected.size());
    }
  }
}
