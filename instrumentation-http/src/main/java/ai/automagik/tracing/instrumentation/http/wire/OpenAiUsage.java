package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * Token counts as OpenAI reports them: the totals include what was cached and what was reasoned.
 * Stateless.
 *
 * <p>xAI and Perplexity count what was reasoned apart, which shows in the total or in the place.
 */
final class OpenAiUsage {
  private OpenAiUsage() {}

  static void set(JsonValue usage, Facts facts) {
    JsonValue input =
        usage.any("prompt_tokens_details", "input_tokens_details", "prompt_token_details");
    JsonValue output = usage.any("completion_tokens_details", "output_tokens_details");
    Long asked = usage.any("prompt_tokens", "input_tokens").integer();
    Long answered = usage.any("completion_tokens", "output_tokens").integer();
    Long inside = output.get("reasoning_tokens").integer();
    Long apart = usage.get("reasoning_tokens").integer();
    Long reasoned = inside == null ? apart : inside;
    if (answered != null && asked != null && reasoned != null && reasoned > 0) {
      boolean extra =
          inside == null || usage.get("total_tokens").integerOr(0) == asked + answered + reasoned;
      answered = extra ? (Long) (answered + reasoned) : answered;
    }
    facts.set(Attribute.USAGE_INPUT_TOKENS, asked);
    facts.set(Attribute.USAGE_OUTPUT_TOKENS, answered);
    JsonValue cached = input.get("cached_tokens");
    facts.set(
        Attribute.USAGE_CACHE_READ_TOKENS,
        // DeepSeek's own name for it
        cached.isNothing() ? usage.get("prompt_cache_hit_tokens").integer() : cached.integer());
    facts.set(Attribute.USAGE_CACHE_WRITE_TOKENS, input.get("cache_write_tokens").integer());
    facts.set(Attribute.USAGE_REASONING_TOKENS, reasoned);
    facts.set(Attribute.USAGE_AUDIO_INPUT_TOKENS, positive(input.get("audio_tokens")));
    facts.set(Attribute.USAGE_IMAGE_INPUT_TOKENS, positive(input.get("image_tokens")));
    facts.set(Attribute.USAGE_AUDIO_OUTPUT_TOKENS, positive(output.get("audio_tokens")));
    facts.set(Attribute.USAGE_IMAGE_OUTPUT_TOKENS, positive(output.get("image_tokens")));
  }

  /** Most answers have no sound and no picture, and say so with a zero. */
  private static @Nullable Long positive(JsonValue count) {
    Long tokens = count.integer();
    return tokens != null && tokens > 0 ? tokens : null;
  }
}
