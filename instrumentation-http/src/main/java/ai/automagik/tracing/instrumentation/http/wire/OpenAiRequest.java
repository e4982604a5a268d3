package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;

/** The settings of OpenAI's chat and text completions, and those others have added. Stateless. */
final class OpenAiRequest {
  private OpenAiRequest() {}

  static void settings(JsonValue request, Facts facts) {
    facts.set(Attribute.REQUEST_MODEL, request.any("model", "model_id").word());
    facts.set(Attribute.REQUEST_TEMPERATURE, request.get("temperature").decimal());
    facts.set(Attribute.REQUEST_TOP_P, request.get("top_p").decimal());
    facts.set(Attribute.REQUEST_TOP_K, request.get("top_k").integer());
    facts.set(
        Attribute.REQUEST_MAX_TOKENS, request.any("max_completion_tokens", "max_tokens").integer());
    facts.set(Attribute.REQUEST_FREQUENCY_PENALTY, request.get("frequency_penalty").decimal());
    facts.set(Attribute.REQUEST_PRESENCE_PENALTY, request.get("presence_penalty").decimal());
    facts.set(Attribute.REQUEST_STOP_SEQUENCES, request.get("stop").texts());
    facts.set(Attribute.REQUEST_SEED, request.any("seed", "random_seed").integer());
    JsonValue reasoning = request.get("reasoning");
    facts.set(
        Attribute.REQUEST_REASONING_LEVEL,
        reasoning.isObject()
            ? reasoning.get("effort").text()
            : request.get("reasoning_effort").text());
    facts.set(
        Attribute.REQUEST_THINKING_BUDGET_TOKENS,
        reasoning.isObject()
            ? reasoning.get("max_tokens").integer()
            : request.get("thinking_budget").integer());
    if (request.get("n").integerOr(1) != 1) {
      facts.set(Attribute.REQUEST_CHOICE_COUNT, request.get("n").integer());
    }
    if (request.get("stream").isTrue()) {
      facts.set(Attribute.REQUEST_STREAM, true);
    }
    if (request.get("response_format").get("type").textOr("").startsWith("json")) {
      facts.set(Attribute.OUTPUT_TYPE, "json");
    } else if (request.get("audio").isObject()) {
      facts.set(Attribute.OUTPUT_TYPE, "speech");
    }
    String tier = request.get("service_tier").text();
    facts.set(Attribute.OPENAI_REQUEST_SERVICE_TIER, "auto".equals(tier) ? null : tier);
  }
}
