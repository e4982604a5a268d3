package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Platform;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions and chats of Semantic Kernel with the model calls beneath them. */
final class SemanticKernelIT {
  static List<Platform> platforms() {
    return Lab.platformsOfFrameworks();
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void functions(Platform platform) throws IOException {
    Golden.assertSame(Sample.SEMANTIC_KERNEL, platform);
  }
}
