package ai.automagik.tracing.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.CapturedStderr;
import org.junit.jupiter.api.Test;

class NoticesTest {
  @Test
  void oneLineWhateverTheText() {
    try (CapturedStderr stderr = new CapturedStderr()) {
      Notices.line("two\nlines\r\nand more");

      assertThat(stderr.lines()).containsExactly("automagik-tracing: two lines  and more");
    }
  }

  @Test
  void nobodyHasToListen() {
    try (CapturedStderr stderr = new CapturedStderr()) {
      System.setErr(null);
      Notices.line("unheard");

      assertThat(stderr.lines()).isEmpty();
    }
  }
}
