package ai.automagik.tracing.viewer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private final StringWriter out = new StringWriter();

  @Test
  void printsFindings() {
    print(terminal(false, UTF_8));
    print(terminal(false, US_ASCII));
    print(terminal(true, UTF_8));

    assertThat(out)
        .hasToString(
            """
            ✓ spool
            ! age
            ✗ disk\\n
            + spool
            ! age
            x disk\\n
            \033[32m✓\033[0m spool
            \033[33m!\033[0m age
            \033[31m✗\033[0m disk\\n
            """);
  }

  @Test
  void printsJson() {
    terminal(true, US_ASCII).json(Map.of("ü", List.of(1, true)));

    assertThat(out)
        .hasToString(
            """
            {
              "\\u00fc": [
                1,
                true
              ]
            }
            """);
  }

  private Terminal terminal(boolean colored, Charset charset) {
    return new Terminal(out, new StringWriter(), 80, colored, charset);
  }

  private static void print(Terminal terminal) {
    terminal.finding(Terminal.Verdict.FINE, "spool");
    terminal.finding(Terminal.Verdict.NOTE, "age");
    terminal.finding(Terminal.Verdict.WRONG, "disk\n");
    terminal.flush();
  }
}
