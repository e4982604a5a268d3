package ai.automagik.tracing.core.trace;

/** What is known of a request, a message or a command that the application was asked to handle. */
public interface Entry {
  /**
   * Sets the attributes of a span that was entered, because another now begins beneath. Called once
   * at most, on the thread where that happens, and not after the span's end. What it throws loses
   * what it had not yet said.
   */
  void describe(ActiveSpan span);
}
