package ai.automagik.tracing.instrumentation.concurrency.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The code that starts a thread says whether the thread is to be kept. */
final class StarterTest {
  @Test
  void whoIsNotKnownStartsThreadsForItself() {
    assertThat(Starter.keepsThread()).isFalse();
  }

  @Test
  void theJdkKeepsItsThreads() {
    assertThat(Optional.<Boolean>empty().orElseGet(Starter::keepsThread)).isTrue();
  }
}
