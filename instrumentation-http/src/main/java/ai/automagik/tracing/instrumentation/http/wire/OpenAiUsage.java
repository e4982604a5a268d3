package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;

/**
 * Token counts as OpenAI reports them: the totals include what was cached and what was reasoned.
 * Stateless.
 */
final class OpenAiUsage {
  private OpenAiUsage() {}

  static void set(JsonValue usage, Facts facts) {
    facts.set(Attribute.USAGE_INPUT_TOKENS, usage.any("prompt_tokens", "input_tokens").integer());
    facts.set(
        Attribute.USAGE_OUTPUT_TOKENS, usage.any("completion_tokens", "output_tokens").integer());
    JsonValue input = usage.any("prompt_tokens_details", "input_tokens_details");
    JsonValue output = usage.any("completion_tokens_details", "output_tokens_details");
    JsonValue cached = input.get("cached_tokens");
    facts.set(
        Attribute.USAGE_CACHE_READ_TOKENS,
        // DeepSeek's own name for it
        cached.isNothing() ? usage.get("prompt_cache_hit_tokens").integer() : cached.integer());
    facts.set(Attribute.USAGE_REASONING_TOKENS, output.get("reasoning_tokens").integer());
  }
}
