package ai.automagik.tracing.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void measuresColumns() {
    assertThat(TextLayout.width("abc")).isEqualTo(3);
    assertThat(TextLayout.width("日本")).isEqualTo(4);
    assertThat(TextLayout.width("é")).isEqualTo(1);
    assertThat(TextLayout.width("e\u0301")).as("combining accent").isEqualTo(1);
    assertThat(TextLayout.width("🚀")).isEqualTo(2);
    assertThat(TextLayout.width("👩‍💻")).as("joined").isEqualTo(2);
    assertThat(TextLayout.width("👍🏽")).as("skin tone").isEqualTo(2);
    assertThat(TextLayout.width("─✓…→")).isEqualTo(4);
  }

  @Test
  void cutsAtColumns() {
    assertThat(TextLayout.fit("abcdef", 6, "…")).isEqualTo("abcdef");
    assertThat(TextLayout.fit("abcdef", 4, "…")).isEqualTo("abc…");
    assertThat(TextLayout.fit("日本語", 4, "…")).isEqualTo("日…");
    assertThat(TextLayout.fit("abcdef", 2, "...")).isEqualTo("ab");
    assertThat(TextLayout.fit("abcdef", 0, "…")).isEmpty();
  }

  @Test
  void wrapsAtSpaces() {
    assertThat(TextLayout.wrap("one two three", 7)).isEqualTo(List.of("one two", "three"));
    assertThat(TextLayout.wrap("  indented code", 10)).isEqualTo(List.of("  indented", "code"));
    assertThat(TextLayout.wrap("abcdefgh", 3)).isEqualTo(List.of("abc", "def", "gh"));
    assertThat(TextLayout.wrap("a\n\nb\n", 3)).isEqualTo(List.of("a", "", "b"));
    assertThat(TextLayout.wrap("日本語", 1)).isEqualTo(List.of("日", "本", "語"));
    assertThat(TextLayout.wrap("at abcdefgh", 5)).isEqualTo(List.of("at ab", "cdefg", "h"));
    assertThat(TextLayout.wrap("at abcde", 5)).isEqualTo(List.of("at", "abcde"));
    assertThat(TextLayout.wrap("", 5)).isEqualTo(List.of(""));
  }

  @Test
  void makesTextSafe() {
    assertThat(SafeText.line("a\tb\nc\u001b[0m")).isEqualTo("a\\tb\\nc\\u001b[0m");
    assertThat(SafeText.block("a\tb\r\nc\rd\u007f")).isEqualTo("a    b\nc\\rd\\u007f");
    assertThat(SafeText.line("\u202e\u2028\ufeff\ud800")).isEqualTo("\\u202e\\u2028\\ufeff\\ud800");
    assertThat(SafeText.line(new String(Character.toChars(0xe0041)))).isEqualTo("\\u{e0041}");
    assertThat(SafeText.line("Zürich 🏔️ 👩‍💻")).isEqualTo("Zürich 🏔️ 👩‍💻");
  }

  @Test
  void writesFigures() {
    assertThat(
            List.of(0L, 420_000L, 9_990_000L, 120_000_000L, 2_419_000_000L, 192_000_000_000L)
                .stream()
                .map(Figures::duration))
        .containsExactly("0.00 ms", "0.42 ms", "9.99 ms", "120 ms", "2.41 s", "3m 12s");
    assertThat(Figures.duration(7_500_000_000_000L)).isEqualTo("2h 05m");
    assertThat(List.of(950L, 1_240L, 99_999L, 124_900L, 1_250_000L).stream().map(Figures::count))
        .containsExactly("950", "1,240", "99,999", "124k", "1.2M");
    assertThat(Figures.bytes(12_345)).isEqualTo("12.3 KB");
  }

  @Test
  void takesTheWidthFromTheEnvironment() {
    assertThat(Terminal.columns("132")).isEqualTo(132);
    assertThat(Terminal.columns(null)).isEqualTo(100);
    assertThat(Terminal.columns("wide")).isEqualTo(100);
    assertThat(Terminal.columns("0")).isEqualTo(100);
  }
}
