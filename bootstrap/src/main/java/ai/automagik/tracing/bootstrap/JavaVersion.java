package ai.automagik.tracing.bootstrap;

/** The feature release of the running JVM, and the oldest one that the agent supports. */
final class JavaVersion {
  static final int OLDEST_SUPPORTED = 17;

  private JavaVersion() {}

  /** Null when this JVM is new enough, otherwise the reason in one line. */
  @Nullable
  static String unsupported(String specificationVersion) {
    return feature(specificationVersion) >= OLDEST_SUPPORTED
        ? null
        : "needs Java " + OLDEST_SUPPORTED + " or newer, this is Java " + specificationVersion;
  }

  /** 8 for {@code 1.8}, 17 for {@code 17}; 0 when it is not a number. */
  static int feature(String specificationVersion) {
    String number =
        specificationVersion.startsWith("1.")
            ? specificationVersion.substring(2)
            : specificationVersion;
    int end = 0;
    while (end < number.length() && number.charAt(end) >= '0' && number.charAt(end) <= '9') {
      end++;
    }
    return end == 0 || end > 4 ? 0 : Integer.parseInt(number.substring(0, end));
  }
}
