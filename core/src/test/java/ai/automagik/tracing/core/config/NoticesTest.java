package ai.automagik.tracing.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_ERR)
class NoticesTest {
  private final PrintStream stderr = System.err;

  @AfterEach
  void restore() {
    System.setErr(stderr);
  }

  @Test
  void oneLineWhateverTheText() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setErr(new PrintStream(out, true, StandardCharsets.UTF_8));

    Notices.line("two\nlines\r\nand more");

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("automagik-tracing: two lines  and more");
  }

  @Test
  void nobodyHasToListen() {
    System.setErr(null);

    Notices.line("unheard");
  }
}
