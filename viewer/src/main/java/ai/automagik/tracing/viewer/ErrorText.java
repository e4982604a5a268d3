package ai.automagik.tracing.viewer;

import ai.automagik.tracing.store.Attributes;
import ai.automagik.tracing.store.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One failure of a span, in words.
 *
 * @param stackTrace its frames, without the line that repeats type and message; may be empty
 */
record ErrorText(String type, String message, String stackTrace) {

  /** Returns the exceptions of a span, or what its status says; empty when it did not fail. */
  static List<ErrorText> of(Span span) {
    List<ErrorText> errors =
        span.events().stream()
            .filter(event -> event.name().equals(GenAi.EXCEPTION_EVENT))
            .map(event -> of(event.attributes()))
            .distinct()
            .toList();
    if (!errors.isEmpty() || span.status() != Span.Status.ERROR) {
      return errors;
    }
    return List.of(
        new ErrorText(
            orElse(span.attributes().text(GenAi.ERROR_TYPE), "error"), span.statusMessage(), ""));
  }

  String line() {
    return message.isEmpty() ? type : type + ": " + message;
  }

  private static ErrorText of(Attributes exception) {
    return new ErrorText(
        orElse(exception.text(GenAi.EXCEPTION_TYPE), "error"),
        orElse(exception.text(GenAi.EXCEPTION_MESSAGE), ""),
        frames(orElse(exception.text(GenAi.EXCEPTION_STACK_TRACE), "")));
  }

  private static String frames(String stackTrace) {
    int start = stackTrace.indexOf("\tat ");
    return start < 0 ? stackTrace : stackTrace.substring(start).replace("\t", "").strip();
  }

  private static String orElse(@Nullable String text, String other) {
    return text == null ? other : text;
  }
}
