package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import dev.langchain4j.data.image.Image;
import dev.langchain4j.model.output.Response;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the making or the change of an image: one {@code generate_image} span. */
final class ImageAdvice {
  private ImageAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object model, @Advice.AllArguments @Nullable Object[] arguments) {
    ActiveSpan span = Leaf.begin(Operation.GENERATE_IMAGE, model);
    if (span != null) {
      span.set(Attribute.OUTPUT_TYPE, "image");
      Message.Part[] parts = new Message.Part[arguments.length];
      for (int i = 0; i < arguments.length; i++) {
        parts[i] = part(arguments[i]);
      }
      Message.Conversation input = Inputs.user(parts);
      span.set(Attribute.INPUT_MESSAGES, input);
      span.set(Attribute.INPUT_MULTIMODAL, input.multimodal() ? true : null);
    }
    return span;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable Response<?> result,
      @Advice.Thrown @Nullable Throwable error) {
    ActiveSpan span = Leaf.leave(entered);
    if (span != null) {
      try {
        if (result != null) {
          List<Message.Part> parts = new ArrayList<>();
          if (result.content() instanceof List<?> images) {
            for (int i = 0; i < images.size(); i++) {
              add(images.get(i), parts);
            }
          } else {
            add(result.content(), parts);
          }
          span.set(Attribute.OUTPUT_MESSAGES, Inputs.assistant(parts.toArray(new Message.Part[0])));
          CompletionAttributes.usage(span, result.tokenUsage());
        }
      } finally {
        span.end(error);
      }
    }
  }

  /** A model may have drawn something else than it was asked for, and says so. */
  private static void add(@Nullable Object image, List<Message.Part> parts) {
    if (image instanceof Image made) {
      parts.add(MediaParts.image(made));
      if (made.revisedPrompt() != null) {
        parts.add(new Message.Text(made.revisedPrompt()));
      }
    }
  }

  private static Message.@Nullable Part part(@Nullable Object argument) {
    if (argument instanceof String prompt) {
      return new Message.Text(prompt);
    }
    return argument instanceof Image image ? MediaParts.image(image) : null;
  }
}
