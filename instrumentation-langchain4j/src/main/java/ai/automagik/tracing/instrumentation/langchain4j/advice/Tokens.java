package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import org.jspecify.annotations.Nullable;

/** Token counts of which a provider leaves parts out. Stateless. */
final class Tokens {
  private Tokens() {}

  /** Input that came from the cache, and input that went there, is input all the same. */
  static void input(
      ActiveSpan span,
      @Nullable Integer uncached,
      @Nullable Integer cacheRead,
      @Nullable Integer cacheWrite) {
    span.set(Attribute.USAGE_INPUT_TOKENS, sum(sum(uncached, cacheRead), cacheWrite));
    span.set(Attribute.USAGE_CACHE_READ_TOKENS, cacheRead);
    span.set(Attribute.USAGE_CACHE_WRITE_TOKENS, cacheWrite);
  }

  /** What was thought is output all the same. */
  static void output(ActiveSpan span, @Nullable Integer said, @Nullable Integer thought) {
    span.set(Attribute.USAGE_OUTPUT_TOKENS, sum(said, thought));
    span.set(Attribute.USAGE_REASONING_TOKENS, thought);
  }

  private static @Nullable Integer sum(@Nullable Integer first, @Nullable Integer second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return first + second;
  }
}
