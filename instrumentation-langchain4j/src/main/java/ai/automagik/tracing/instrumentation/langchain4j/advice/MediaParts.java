package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.Message;
import dev.langchain4j.data.audio.Audio;
import dev.langchain4j.data.image.Image;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Images, sounds, videos and documents as parts of messages. Decodes and copies nothing. */
final class MediaParts {
  private static final boolean AUDIO_HAS_BYTES = Messages.has(Audio.class, "binaryData");

  private MediaParts() {}

  static Message.Media image(Image image) {
    return part("image", image.mimeType(), image.url(), image.base64Data());
  }

  /** From 1.5 on a sound may come as bytes; of those only the size is told. */
  static Message.Media audio(Audio audio) {
    byte[] bytes = AUDIO_HAS_BYTES ? audio.binaryData() : null;
    return bytes == null
        ? part("audio", audio.mimeType(), audio.url(), audio.base64Data())
        : Message.Media.sized("audio", audio.mimeType(), bytes.length);
  }

  static Message.Media part(
      String modality, @Nullable String mimeType, @Nullable URI address, @Nullable String base64) {
    if (base64 != null) {
      return Message.Media.of(modality, mimeType, base64);
    }
    return address == null
        ? Message.Media.sized(modality, mimeType, Message.Media.UNKNOWN_SIZE)
        : Message.Media.at(modality, mimeType, address.toString());
  }
}
