package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Message;
import dev.langchain4j.model.moderation.ModerationRequest;
import dev.langchain4j.model.moderation.ModerationResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests for moderation and what comes of them, from LangChain4j 1.12 on. Apart from their
 * callers, because older versions lack the types.
 */
final class ModerationResponses {
  private ModerationResponses() {}

  /** The texts of a request; null for anything else. */
  static Message.@Nullable Conversation input(Object input) {
    if (input instanceof ModerationRequest request) {
      List<String> texts = request.texts();
      return texts == null ? null : Inputs.texts(texts);
    }
    return null;
  }

  static void set(ActiveSpan span, Object result) {
    if (result instanceof ModerationResponse response && response.moderation() != null) {
      ModerateAdvice.set(span, response.moderation());
    }
  }
}
