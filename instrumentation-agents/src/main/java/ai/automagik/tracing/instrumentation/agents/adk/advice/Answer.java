package ai.automagik.tracing.instrumentation.agents.adk.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import com.google.adk.models.LlmResponse;
import com.google.genai.types.Content;
import com.google.genai.types.FinishReason;
import com.google.genai.types.GenerateContentResponseUsageMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a model answers, as it comes. One thread at a time adds to it. */
final class Answer {
  private final List<Message.Part> parts = new ArrayList<>();
  private @Nullable LlmResponse last;
  private @Nullable GenerateContentResponseUsageMetadata usage;

  /**
   * Adds a response.
   *
   * @param part whether it is to come once more, as a part of the whole
   * @return what is in it
   */
  synchronized List<Message.Part> add(LlmResponse response, boolean part) {
    Content content = response.content().orElse(null);
    List<Message.Part> added = content == null ? List.of() : Contents.parts(content);
    usage = response.usageMetadata().orElse(usage);
    if (!part) {
      last = response;
      parts.addAll(added);
    }
    return added;
  }

  /** Whether there is more than parts. */
  synchronized boolean whole() {
    return last != null;
  }

  synchronized void describeIn(ActiveSpan span) {
    if (usage != null) {
      describe(span, usage);
    }
    if (last == null) {
      return;
    }
    String code = last.errorCode().map(FinishReason::toString).orElse(null);
    String reason = finishReason(last, code);
    span.set(Attribute.RESPONSE_FINISH_REASONS, reason == null ? null : List.of(reason));
    if (code != null && !code.equals("STOP")) {
      span.set(Attribute.ERROR_TYPE, code);
      span.set(Attribute.STATUS_MESSAGE, last.errorMessage().orElse(null));
    }
    if (!parts.isEmpty()) {
      span.set(
          Attribute.OUTPUT_MESSAGES,
          new Message.Conversation(
              List.of(new Message(Message.ASSISTANT, List.copyOf(parts), reason))));
    }
  }

  /** What was thought is output all the same, and what tools of Google's found is input. */
  private static void describe(ActiveSpan span, GenerateContentResponseUsageMetadata usage) {
    Integer prompt = usage.promptTokenCount().orElse(null);
    Integer said = usage.candidatesTokenCount().orElse(null);
    Integer thought = usage.thoughtsTokenCount().orElse(null);
    if (prompt != null) {
      span.set(
          Attribute.USAGE_INPUT_TOKENS,
          Integer.valueOf(prompt + usage.toolUsePromptTokenCount().orElse(0)));
    }
    if (said != null || thought != null) {
      span.set(
          Attribute.USAGE_OUTPUT_TOKENS,
          Integer.valueOf((said == null ? 0 : said) + (thought == null ? 0 : thought)));
    }
    span.set(Attribute.USAGE_REASONING_TOKENS, thought);
    span.set(Attribute.USAGE_CACHE_READ_TOKENS, usage.cachedContentTokenCount().orElse(null));
  }

  private @Nullable String finishReason(LlmResponse response, @Nullable String code) {
    String word = code == null ? reported(response) : code;
    if (word == null) {
      return null;
    }
    return switch (word) {
      // Gemini says so also where it asks for a tool.
      case "STOP" -> asksForTool() ? "tool_call" : "stop";
      case "MAX_TOKENS" -> "length";
      case "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "LANGUAGE" ->
          "content_filter";
      case "MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL" -> "error";
      default -> word.toLowerCase(Locale.ROOT);
    };
  }

  private static @Nullable String reported(LlmResponse response) {
    try {
      return Newer.finishReason(response);
    } catch (LinkageError olderVersion) {
      return null;
    }
  }

  private boolean asksForTool() {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Message.ToolCallValues) {
        return true;
      }
    }
    return false;
  }

  /** From 0.4 on. Apart from its callers, because older versions lack it. */
  private static final class Newer {
    static @Nullable String finishReason(LlmResponse response) {
      return response.finishReason().map(FinishReason::toString).orElse(null);
    }
  }
}
