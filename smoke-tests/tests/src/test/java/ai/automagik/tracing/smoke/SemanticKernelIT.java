package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Platform;
import java.io.IOException;

/** Functions and chats of Semantic Kernel with the model calls beneath them. */
final class SemanticKernelIT {
  @OnPlatforms
  void functions(Platform platform) throws IOException {
    Golden.assertSame(Sample.SEMANTIC_KERNEL, platform);
  }
}
