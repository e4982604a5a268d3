package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.image.Image;
import org.springframework.ai.image.ImageGeneration;
import org.springframework.ai.image.ImageMessage;
import org.springframework.ai.image.ImagePrompt;
import org.springframework.ai.image.ImageResponse;

/** Around the making of images: one {@code generate_image} span. */
final class ImageAdvice {
  private ImageAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object model, @Advice.Argument(0) @Nullable ImagePrompt prompt) {
    ActiveSpan span = Leaf.begin(Operation.GENERATE_IMAGE, model, prompt, "image");
    if (span != null && prompt != null) {
      Description.attempt(() -> asked(span, prompt));
    }
    return span;
  }

  private static void asked(ActiveSpan span, ImagePrompt prompt) {
    List<Message.Part> parts = new ArrayList<>();
    for (ImageMessage message : prompt.getInstructions()) {
      parts.add(Leaf.text(message.getText()));
    }
    Leaf.input(span, parts.toArray(new Message.Part[0]));
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable ImageResponse response,
      @Advice.Thrown @Nullable Throwable error) {
    ActiveSpan span = Leaf.leave(entered);
    if (span != null) {
      try {
        if (response != null && response.getResults() != null) {
          List<Message.Part> parts = new ArrayList<>();
          for (ImageGeneration generation : response.getResults()) {
            parts.add(image(generation.getOutput()));
            // A model may have drawn something else than it was asked for, and says so.
            parts.add(Leaf.text(Getter.REVISED_PROMPT.of(generation.getMetadata())));
          }
          Leaf.output(span, parts.toArray(new Message.Part[0]));
        }
      } finally {
        span.end(error);
      }
    }
  }

  private static Message.@Nullable Media image(@Nullable Image image) {
    if (image == null) {
      return null;
    } else if (image.getB64Json() != null) {
      return Message.Media.of("image", null, image.getB64Json());
    }
    return image.getUrl() == null ? null : Message.Media.at("image", null, image.getUrl());
  }
}
