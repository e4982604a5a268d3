package ai.automagik.tracing.instrumentation.springai.advice;

/**
 * What is said of a call that has just begun. It asks objects that may be the application's; where
 * one of them fails, the span has what was said before, and is left and ended all the same.
 */
final class Description {
  private Description() {}

  static void attempt(Runnable description) {
    try {
      description.run();
    } catch (RuntimeException | LinkageError theirs) {
      // What was said before stays.
    }
  }
}
