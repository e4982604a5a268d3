package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.model.ModelRequest;

/** What calls of models that do not chat have in common. Stateless. */
final class Leaf {
  private Leaf() {}

  /**
   * Begins the span of a call to a model.
   *
   * @param outputType what comes of it
   * @return null when it is part of a call that is already traced
   */
  static @Nullable ActiveSpan begin(
      Operation operation,
      Object model,
      @Nullable ModelRequest<?> request,
      @Nullable String outputType) {
    ActiveSpan span = Tracer.start(operation);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.PROVIDER_NAME, Providers.of(model));
      span.set(Attribute.OUTPUT_TYPE, outputType);
      if (request != null) {
        Description.attempt(
            () -> span.set(Attribute.REQUEST_MODEL, Getter.MODEL.of(request.getOptions())));
      }
    }
    return span;
  }

  /**
   * Leaves the span of a call, before anything is read.
   *
   * @param entered what the begin returned
   * @return the span, to be ended by the caller; null when there is none
   */
  static @Nullable ActiveSpan leave(@Nullable Object entered) {
    if (entered instanceof ActiveSpan span) {
      Tracer.leave(span);
      return span;
    }
    return null;
  }

  /** What goes into a model: one message of the user, of what is there. */
  static void input(ActiveSpan span, Message.@Nullable Part... parts) {
    Message.Conversation input = message(Message.USER, parts);
    span.set(Attribute.INPUT_MESSAGES, input);
    boolean multimodal = input != null && input.multimodal();
    span.set(Attribute.INPUT_MULTIMODAL, multimodal ? true : null);
  }

  /** What comes out of a model: one message, of what is there. */
  static void output(ActiveSpan span, Message.@Nullable Part... parts) {
    span.set(Attribute.OUTPUT_MESSAGES, message(Message.ASSISTANT, parts));
  }

  static Message.@Nullable Text text(@Nullable String text) {
    return text == null ? null : new Message.Text(text);
  }

  private static Message.@Nullable Conversation message(
      String role, Message.@Nullable Part... parts) {
    List<Message.Part> present = new ArrayList<>(parts.length);
    for (Message.Part part : parts) {
      if (part != null) {
        present.add(part);
      }
    }
    return present.isEmpty()
        ? null
        : new Message.Conversation(List.of(new Message(role, present, null)));
  }
}
