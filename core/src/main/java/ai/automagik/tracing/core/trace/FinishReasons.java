package ai.automagik.tracing.core.trace;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why models stop, in each provider's words and in those of the GenAI conventions. Stateless. */
public final class FinishReasons {
  public static final String STOP = "stop";
  public static final String LENGTH = "length";
  public static final String TOOL_CALL = "tool_call";
  public static final String CONTENT_FILTER = "content_filter";
  public static final String ERROR = "error";

  private FinishReasons() {}

  /** A reason in the terms of the conventions; a word that is not known stays as it is. */
  public static @Nullable String of(@Nullable String word) {
    if (word == null || word.isEmpty() || word.equals("null")) {
      return null;
    }
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "stop",
          "end_turn",
          "stop_sequence",
          "stop_criteria_met",
          "complete",
          "completed",
          "finish",
          "finished",
          "eos",
          "eos_token",
          "endoftext" ->
          STOP;
      case "length",
          "max_tokens",
          "max_output_tokens",
          "model_context_window_exceeded",
          "model_length",
          "limit",
          "incomplete" ->
          LENGTH;
      case "tool_calls", "tool_call", "tool_use", "function_call" -> TOOL_CALL;
      case "content_filter",
          "content_filtered",
          "safety",
          "refusal",
          "recitation",
          "blocklist",
          "prohibited_content",
          "spii",
          "image_safety",
          "image_prohibited_content",
          "image_recitation",
          "language",
          "error_toxic",
          "guardrail_intervened" ->
          CONTENT_FILTER;
      case "malformed_function_call",
          "malformed_model_output",
          "malformed_tool_use",
          "unexpected_tool_call",
          "error",
          "failed" ->
          ERROR;
      default -> word;
    };
  }
}
