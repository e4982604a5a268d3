package ai.automagik.tracing.instrumentation.http;

import ai.automagik.tracing.core.trace.Attribute;
import java.util.ArrayList;
import java.util.List;

/**
 * The headers of one response that are worth keeping: by which the provider finds the request
 * again, and how much more it will serve. Stateless; none of them carries a secret.
 */
final class ResponseHeaders {
  private static final List<String> NAMES =
      List.of(
          "x-request-id",
          "request-id",
          "apim-request-id",
          "x-amzn-requestid",
          "cf-ray",
          "openai-processing-ms",
          "retry-after",
          "x-ratelimit-limit-requests",
          "x-ratelimit-limit-tokens",
          "x-ratelimit-remaining-requests",
          "x-ratelimit-remaining-tokens",
          "x-ratelimit-reset-requests",
          "x-ratelimit-reset-tokens",
          "anthropic-ratelimit-requests-limit",
          "anthropic-ratelimit-requests-remaining",
          "anthropic-ratelimit-requests-reset",
          "anthropic-ratelimit-tokens-limit",
          "anthropic-ratelimit-tokens-remaining",
          "anthropic-ratelimit-tokens-reset");

  private static final Attribute[] ATTRIBUTES =
      NAMES.stream().map(Attribute::ofResponseHeader).toArray(Attribute[]::new);

  private ResponseHeaders() {}

  /** What the response has of them: attributes and values in turns. */
  static List<Object> read(Headers headers) {
    List<Object> found = new ArrayList<>();
    for (int i = 0; i < ATTRIBUTES.length; i++) {
      String value = headers.first(NAMES.get(i));
      if (value != null) {
        found.add(ATTRIBUTES[i]);
        found.add(List.of(value));
      }
    }
    return found;
  }
}
