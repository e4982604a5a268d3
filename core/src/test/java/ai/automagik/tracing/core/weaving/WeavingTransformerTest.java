package ai.automagik.tracing.core.weaving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.instrumentation.Hooks;
import java.io.ByteArrayInputStream;
import java.net.URL;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WeavingTransformerTest {
  private static final byte[] CLASS_FILE = {1};

  @Test
  void nothingIsSetUpBeforeTheFirstHit() throws Exception {
    AtomicInteger activations = new AtomicInteger();
    WeavingTransformer transformer =
        new WeavingTransformer(
            new WeavingFixture("Shop#close() NotingAdvice").all, counting(activations));

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
            counting(activations));

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
            counting(activations));
    ClassLoader application = WeavingTransformerTest.class.getClassLoader();

    assertThat(transformer.transform(application, "sample/Main", null, null, CLASS_FILE)).isNull();
    assertThat(transformer.transform(null, "sample/library/Books", null, null, CLASS_FILE))
        .isNull();
    assertThat(activations).hasValue(0);

    assertThat(transformer.transform(application, "sample/library/Books", null, null, CLASS_FILE))
        .isNull();
    assertThat(activations).hasValue(1);
  }

  /** A server is in many programs; it matters where there is a library beside it. */
  @Test
  void aClassOfALatentModuleStartsNothingWithoutALibrary() throws Exception {
    AtomicInteger activations = new AtomicInteger();
    WeavingTransformer transformer =
        new WeavingTransformer(
            Hooks.read(
                new ByteArrayInputStream(
                    """
                    module books a.advice
                    sign sample.library.Books
                    sample.library.Books#read() Advice
                    latent module doors a.advice
                    sample.Door#open() Advice
                    """
                        .getBytes(UTF_8))),
            counting(activations));

    assertThat(transformer.transform(new Having("other"), "sample/Door", null, null, CLASS_FILE))
        .isNull();
    assertThat(activations).hasValue(0);

    assertThat(
            transformer.transform(
                new Having("sample/library/Books.class"), "sample/Door", null, null, CLASS_FILE))
        .isNull();
    assertThat(activations).hasValue(1);
  }

  private static WeavingTransformer.Activation counting(AtomicInteger activations) {
    return new WeavingTransformer.Activation() {
      @Override
      public @Nullable Weaver weaver() {
        activations.incrementAndGet();
        return null;
      }

      @Override
      public void soon(Runnable work) {
        throw new AssertionError("there is no weaver");
      }
    };
  }

  /** A loader that has one resource. */
  private static final class Having extends ClassLoader {
    private final String only;

    Having(String only) {
      super(null);
      this.only = only;
    }

    @Override
    protected @Nullable URL findResource(String name) {
      return name.equals(only) ? WeavingTransformerTest.class.getResource("") : null;
    }
  }
}
