package ai.automagik.tracing.testing;

/**
 * The token counts of one reply, as OpenAI reports them.
 *
 * @param inputTokens all prompt tokens, cached ones included
 * @param outputTokens all completion tokens, reasoning included
 * @param cachedTokens the part of the input that came from the prompt cache
 * @param reasoningTokens the part of the output that was reasoning
 */
public record TokenUsage(int inputTokens, int outputTokens, int cachedTokens, int reasoningTokens) {

  /** Returns a usage without cached and reasoning tokens. */
  public static TokenUsage of(int inputTokens, int outputTokens) {
    return new TokenUsage(inputTokens, outputTokens, 0, 0);
  }
}
