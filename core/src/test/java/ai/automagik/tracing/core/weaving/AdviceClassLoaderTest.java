package ai.automagik.tracing.core.weaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdviceClassLoaderTest {
  private static final String ADVICE = "ai.automagik.tracing.core.weaving.advice.";

  @TempDir Path folder;

  @Test
  void definesTheAdviceAndNothingElse() throws Exception {
    CompiledLibrary.Application application =
        new CompiledLibrary(folder, 17, WeavingFixture.SHOP).application();
    AdviceClassLoader loader = new AdviceClassLoader(ADVICE, application);

    Class<?> advice = loader.loadClass(ADVICE + "NotingAdvice");
    assertThat(advice.getClassLoader()).isSameAs(loader);
    assertThat(loader.loadClass(ADVICE + "NotingAdvice")).isSameAs(advice);
    assertThat(loader.loadClass(TestDispatcher.class.getName())).isSameAs(TestDispatcher.class);
    assertThat(loader.loadClass("sample.library.Shop").getClassLoader()).isSameAs(application);
  }

  @Test
  void whatIsNowhereIsNotFound() {
    AdviceClassLoader loader = new AdviceClassLoader(ADVICE, null);

    assertThatThrownBy(() -> loader.loadClass(ADVICE + "NoSuchAdvice"))
        .isInstanceOf(ClassNotFoundException.class);
    assertThatThrownBy(() -> loader.loadClass("ai.automagik.tracing.core.NoSuchClass"))
        .isInstanceOf(ClassNotFoundException.class);
    assertThatThrownBy(() -> loader.loadClass("sample.library.Shop"))
        .isInstanceOf(ClassNotFoundException.class);
  }
}
