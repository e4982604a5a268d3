package ai.automagik.tracing.core.weaving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.instrumentation.Hooks;
import java.io.ByteArrayInputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WeavingTransformerTest {
  private static final byte[] CLASS_FILE = {1};

  @Test
  void nothingIsSetUpBeforeTheFirstHit() throws Exception {
    AtomicInteger activations = new AtomicInteger();
    WeavingTransformer transformer =
        new WeavingTransformer(
            new WeavingFixture("Shop#close() NotingAdvice").all,
            () -> {
              activations.incrementAndGet();
              return null;
            });

    assertThat(transformer.transform(null, "java/lang/Foo", null, null, CLASS_FILE)).isNull();
    assertThat(transformer.transform(null, (String) null, null, null, CLASS_FILE)).isNull();
    assertThat(transformer.transform(null, "sample/library/Shops", null, null, CLASS_FILE))
        .isNull();
    assertThat(activations).hasValue(0);

    ClassLoader application = WeavingTransformerTest.class.getClassLoader();
    assertThat(transformer.transform(application, "sample/library/Shop", null, null, CLASS_FILE))
        .isNull();
    assertThat(activations).hasValue(1);
  }

  /** Every program has classes of java.util; an HTTP client of the JDK may call a model. */
  @Test
  void ofTheJdkOnlyAnHttpClientIsAReasonToStart() throws Exception {
    AtomicInteger activations = new AtomicInteger();
    WeavingTransformer transformer =
        new WeavingTransformer(
            Hooks.read(
                new ByteArrayInputStream(
                    "module jdk a.advice\njava.util.Shop#close() Advice\nsun.Shop#close() Advice"
                        .getBytes(UTF_8))),
            () -> {
              activations.incrementAndGet();
              return null;
            });

    assertThat(transformer.transform(null, "java/util/Shop", null, null, CLASS_FILE)).isNull();
    assertThat(activations).hasValue(0);
    assertThat(transformer.transform(null, "sun/Shop", null, null, CLASS_FILE)).isNull();
    assertThat(activations).hasValue(1);
  }

  /** The first class of a library may be the very one that is to be woven for its interface. */
  @Test
  void aClassOfALibraryIsAskedForItsInterfacesFromTheFirst() throws Exception {
    AtomicInteger activations = new AtomicInteger();
    WeavingTransformer transformer =
        new WeavingTransformer(
            Hooks.read(
                new ByteArrayInputStream(
                    "module books a.advice\nlibrary sample.library\nx.Shop+#close() Advice"
                        .getBytes(UTF_8))),
            () -> {
              activations.incrementAndGet();
              return null;
            });
    ClassLoader application = WeavingTransformerTest.class.getClassLoader();

    assertThat(transformer.transform(application, "sample/Main", null, null, CLASS_FILE)).isNull();
    assertThat(transformer.transform(null, "sample/library/Books", null, null, CLASS_FILE))
        .isNull();
    assertThat(activations).hasValue(0);

    assertThat(transformer.transform(application, "sample/library/Books", null, null, CLASS_FILE))
        .isNull();
    assertThat(activations).hasValue(1);
  }
}
