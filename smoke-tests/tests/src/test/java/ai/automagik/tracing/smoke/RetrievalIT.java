package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Platform;
import java.io.IOException;

/**
 * Whole traces of applications that look things up, and that use models other than chat models, or
 * other input than text.
 */
final class RetrievalIT {

  /** Transformer, router, retrievers and re-ranker are beneath the augmentation, on any thread. */
  @OnPlatforms
  void augmentApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.AUGMENT, platform);
  }

  /** Each retriever is seen once: lambdas, proxies, those that ask others. */
  @OnPlatforms
  void retrieversApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.RETRIEVERS, platform);
  }

  @OnPlatforms
  void ingestApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.INGEST, platform);
  }

  @OnPlatforms
  void specialistsApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.SPECIALISTS, platform);
  }

  /** No part of a message is lost, and none is too big. */
  @OnPlatforms
  void multimodalApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.MULTIMODAL, platform);
  }

  @OnNewest
  void listenersApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.LISTENERS, platform);
  }

  @OnNewest
  void mediaApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.MEDIA, platform);
  }
}
