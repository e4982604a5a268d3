package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Library;
import ai.automagik.tracing.smoke.Lab.Platform;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole traces of applications that look things up, and that use models other than chat models, or
 * other input than text.
 */
final class RetrievalIT {

  static List<Platform> platforms() {
    return Lab.platforms();
  }

  static List<Platform> newest() {
    return Lab.platforms().stream()
        .filter(platform -> platform.library() == Library.NEWEST)
        .toList();
  }

  /** Transformer, router, retrievers and re-ranker are beneath the augmentation, on any thread. */
  @ParameterizedTest
  @MethodSource("platforms")
  void augmentApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.AUGMENT, platform);
  }

  /** Each retriever is seen once: lambdas, proxies, those that ask others. */
  @ParameterizedTest
  @MethodSource("platforms")
  void retrieversApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.RETRIEVERS, platform);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void ingestApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.INGEST, platform);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void specialistsApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.SPECIALISTS, platform);
  }

  /** No part of a message is lost, and none is too big. */
  @ParameterizedTest
  @MethodSource("platforms")
  void multimodalApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.MULTIMODAL, platform);
  }

  @ParameterizedTest
  @MethodSource("newest")
  void listenersApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.LISTENERS, platform);
  }

  @ParameterizedTest
  @MethodSource("newest")
  void mediaApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.MEDIA, platform);
  }
}
