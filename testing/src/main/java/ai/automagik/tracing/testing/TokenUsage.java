package ai.automagik.tracing.testing;

/**
 * The token counts of one reply. Each dialect says them in its own way: some leave the parts out of
 * the totals.
 *
 * @param inputTokens all prompt tokens, those of the cache included
 * @param outputTokens all completion tokens, reasoning included
 * @param cachedTokens the part of the input that came from the prompt cache
 * @param cacheWriteTokens the part of the input that was written to the prompt cache; only
 *     Anthropic reports it
 * @param reasoningTokens the part of the output that was reasoning
 */
public record TokenUsage(
    int inputTokens,
    int outputTokens,
    int cachedTokens,
    int cacheWriteTokens,
    int reasoningTokens) {

  /** A usage without tokens written to the cache. */
  public TokenUsage(int inputTokens, int outputTokens, int cachedTokens, int reasoningTokens) {
    this(inputTokens, outputTokens, cachedTokens, 0, reasoningTokens);
  }

  /** Returns a usage without cached and reasoning tokens. */
  public static TokenUsage of(int inputTokens, int outputTokens) {
    return new TokenUsage(inputTokens, outputTokens, 0, 0);
  }
}
