package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * What OpenAI says about an answer, whole or in each of its chunks. Confined to the worker's
 * thread.
 */
final class OpenAiHead {
  private @Nullable String id;
  private @Nullable String model;
  private @Nullable String fingerprint;
  private @Nullable String tier;
  private JsonValue usage = JsonValue.NOTHING;

  void take(JsonValue body) {
    id = id == null ? body.get("id").word() : id;
    model = model == null ? body.any("model", "model_id").word() : model;
    tier = body.get("service_tier").isNothing() ? tier : body.get("service_tier").text();
    fingerprint = fingerprint == null ? body.get("system_fingerprint").word() : fingerprint;
    JsonValue reported = body.get("usage");
    // Groq reports it in a member of its own in streams.
    reported = reported.isObject() ? reported : body.get("x_groq").get("usage");
    usage = reported.isObject() ? reported : usage;
  }

  void finish(Facts facts) {
    facts.set(Attribute.RESPONSE_ID, id);
    facts.set(Attribute.RESPONSE_MODEL, model);
    facts.set(Attribute.OPENAI_RESPONSE_SERVICE_TIER, tier);
    facts.set(Attribute.OPENAI_RESPONSE_SYSTEM_FINGERPRINT, fingerprint);
    OpenAiUsage.set(usage, facts);
  }
}
