package ai.automagik.tracing.core.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.Await;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdviceLinkerTest {
  @TempDir Path folder;

  @Test
  void failuresOfAdviceNeverReachTheApplication() throws Exception {
    WeavingFixture fixture = new WeavingFixture("Shop#close() FailingAdvice");
    Object shop = shop(library(fixture).application());
    close(shop);

    assertThat(TestDispatcher.notes()).containsExactly("enter", "exit null");
    assertThat(fixture.module.failures()).isEqualTo(2);
    assertThat(fixture.module.reason()).startsWith("java.lang.IllegalStateException: on enter at ");
  }

  @Test
  void afterFiveFailuresTheModuleIsUnpluggedEverywhere() throws Exception {
    WeavingFixture fixture = new WeavingFixture("Shop#close() FailingAdvice");
    CompiledLibrary library = library(fixture);
    Object shop = shop(library.application());
    Object elsewhere = shop(library.application());
    close(elsewhere);
    close(shop);
    close(shop);
    assertThat(fixture.module.plugged()).isFalse();
    TestDispatcher.notes();

    close(shop);
    close(elsewhere);
    close(shop(library.application()));

    assertThat(TestDispatcher.notes()).doesNotContain("enter");
  }

  @Test
  void everyApplicationHasAdviceOfItsOwn() throws Exception {
    WeavingFixture fixture =
        new WeavingFixture("Shop#close() PlaceAdvice", "Shop#ask() PlaceAdvice");
    CompiledLibrary library = library(fixture);
    CompiledLibrary.Application one = library.application();
    CompiledLibrary.Application other = library.application();
    Object shop = shop(one);
    close(shop);
    shop.getClass().getMethod("ask").invoke(shop);
    close(shop(other));

    List<String> places = TestDispatcher.notes();
    assertThat(places).hasSize(3);
    assertThat(places.get(0)).isEqualTo(places.get(1)).endsWith(" " + identity(one));
    assertThat(places.get(2)).isNotEqualTo(places.get(0)).endsWith(" " + identity(other));
  }

  @Test
  void anApplicationCanBeUnloaded() throws Exception {
    WeavingFixture fixture = new WeavingFixture("Shop#close() PlaceAdvice");
    WeakReference<ClassLoader> application = useAndForget(library(fixture));

    Await.untilCollected("the application is gone", () -> application.get() == null);
    assertThat(fixture.module.plugged()).isTrue();
  }

  private static WeakReference<ClassLoader> useAndForget(CompiledLibrary library) throws Exception {
    CompiledLibrary.Application application = library.application();
    close(shop(application));
    assertThat(TestDispatcher.notes()).hasSize(1);
    return new WeakReference<>(application);
  }

  private CompiledLibrary library(WeavingFixture fixture) throws Exception {
    CompiledLibrary library = new CompiledLibrary(folder, 17, WeavingFixture.SHOP);
    assertThat(fixture.weave(library, "Shop")).isNotNull();
    return library;
  }

  private static Object shop(CompiledLibrary.Application application) throws Exception {
    return application.type("Shop").getConstructor(String.class).newInstance("x");
  }

  private static void close(Object shop) throws Exception {
    Method close = shop.getClass().getMethod("close");
    close.invoke(shop);
  }

  private static String identity(Object object) {
    return Integer.toHexString(System.identityHashCode(object));
  }
}
