package ai.automagik.tracing.viewer;

/** Colours text, or leaves it alone. */
record Style(boolean colored) {

  /** What a piece of text is, and its ANSI code. */
  enum Tone {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    BLUE("34"),
    MAGENTA("35"),
    CYAN("36");

    private final String code;

    Tone(String code) {
      this.code = code;
    }
  }

  String paint(Tone tone, String text) {
    return colored && tone != Tone.PLAIN && !text.isBlank()
        ? "\u001b[" + tone.code + "m" + text + "\u001b[0m"
        : text;
  }
}
