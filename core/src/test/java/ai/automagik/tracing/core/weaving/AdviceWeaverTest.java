package ai.automagik.tracing.core.weaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdviceWeaverTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {8, 11, 17})
  void adviceGoesAroundAMethod(int release) throws Exception {
    Object shop = shop(release, "Shop#sell(java.lang.String, int) NotingAdvice");

    assertThat(shop.getClass().getMethod("sell", String.class, int.class).invoke(shop, "tea", 2))
        .isEqualTo("2 tea");
    assertThat(TestDispatcher.notes())
        .containsExactly("enter [tea, 2]", "entered, exit 2 tea, null");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 17})
  void theClassFileKeepsItsVersion(int release) throws Exception {
    CompiledLibrary library = new CompiledLibrary(folder, release, WeavingFixture.SHOP);
    byte[] woven = new WeavingFixture("Shop#close() NotingAdvice").weave(library, "Shop");

    assertThat(woven[7]).isEqualTo((byte) (44 + release));
  }

  @Test
  void anExceptionReachesTheCallerAsItIs() throws Exception {
    Object shop = shop(8, "Shop#sell(*) NotingAdvice");

    assertThatThrownBy(
            () ->
                shop.getClass().getMethod("sell", String.class, int.class).invoke(shop, "tea", -1))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("count");
    assertThat(TestDispatcher.notes())
        .containsExactly(
            "enter [tea, -1]", "entered, exit null, java.lang.IllegalArgumentException: count");
  }

  @Test
  void aStaticMethodWithPrimitives() throws Exception {
    Object shop = shop(8, "Shop#price(double, int) NotingAdvice");

    assertThat(shop.getClass().getMethod("price", double.class, int.class).invoke(null, 2.5, 4))
        .isEqualTo(10L);
    assertThat(TestDispatcher.notes()).containsExactly("enter [2.5, 4]", "entered, exit 10, null");
  }

  @Test
  void aMethodWithoutResult() throws Exception {
    Object shop = shop(8, "Shop#close() NotingAdvice");
    shop.getClass().getMethod("close").invoke(shop);

    assertThat(TestDispatcher.notes()).containsExactly("enter []", "entered, exit null, null");
  }

  @Test
  void aPrivateMethodWithALoop() throws Exception {
    Object shop = shop(8, "Shop#secret(int) NotingAdvice");

    assertThat(shop.getClass().getMethod("ask").invoke(shop)).isEqualTo("xxx");
    assertThat(TestDispatcher.notes()).containsExactly("enter [3]", "entered, exit xxx, null");
  }

  @Test
  void aConstructor() throws Exception {
    shop(8, "Shop#<init>(java.lang.String) MadeAdvice");

    assertThat(TestDispatcher.notes()).containsExactly("made shop x");
  }

  @Test
  void aDefaultMethodOfAnInterface() throws Exception {
    CompiledLibrary library =
        new CompiledLibrary(folder, 8, WeavingFixture.GREETER, WeavingFixture.POLITE);
    new WeavingFixture("Greeter#greet(java.lang.String) NotingAdvice").weave(library, "Greeter");
    Object waiter =
        library.application().type("Polite$Waiter").getDeclaredConstructor().newInstance();

    assertThat(waiter.getClass().getMethod("greet", String.class).invoke(waiter, "you"))
        .isEqualTo("hello you");
    assertThat(TestDispatcher.notes())
        .containsExactly("enter [you]", "entered, exit hello you, null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Polite#bow(java.lang.String) NotingAdvice",
        "Polite#sing(java.lang.String) NotingAdvice",
        "Polite#refuse(java.lang.String) NotingAdvice",
        "Polite#bow() NotingAdvice",
        "Polite#dance(*) NotingAdvice",
      })
  void whatHasNoBodyOrIsNotThereIsNotWoven(String hook) throws Exception {
    CompiledLibrary library =
        new CompiledLibrary(folder, 8, WeavingFixture.GREETER, WeavingFixture.POLITE);

    assertThat(new WeavingFixture(hook).weave(library, "Polite")).isNull();
  }

  @Test
  void anAbstractMethodOfAnInterfaceIsNotWoven() throws Exception {
    CompiledLibrary library = new CompiledLibrary(folder, 8, WeavingFixture.GREETER);

    assertThat(new WeavingFixture("Greeter#refuse(*) NotingAdvice").weave(library, "Greeter"))
        .isNull();
  }

  @Test
  void aBridgeIsNotWoven() throws Exception {
    Object shop = shop(8, "Shop#compareTo(*) NotingAdvice");

    assertThat(shop.getClass().getMethod("compareTo", Object.class).invoke(shop, shop))
        .isEqualTo(0);
    assertThat(TestDispatcher.notes()).containsExactly("enter [shop x]", "entered, exit 0, null");
  }

  @Test
  void severalHooksInOneClass() throws Exception {
    Object shop = shop(8, "Shop#<init>(*) MadeAdvice", "Shop#close() NotingAdvice");
    shop.getClass().getMethod("close").invoke(shop);

    assertThat(TestDispatcher.notes())
        .containsExactly("made shop x", "enter []", "entered, exit null, null");
  }

  @Test
  void adviceThatIsMissingIsAnError() throws Exception {
    CompiledLibrary library = new CompiledLibrary(folder, 8, WeavingFixture.SHOP);
    WeavingFixture fixture = new WeavingFixture("Shop#close() NoSuchAdvice");

    assertThatThrownBy(() -> fixture.weave(library, "Shop")).hasMessageContaining("NoSuchAdvice");
  }

  private Object shop(int release, String... hooks) throws Exception {
    CompiledLibrary library = new CompiledLibrary(folder, release, WeavingFixture.SHOP);
    assertThat(new WeavingFixture(hooks).weave(library, "Shop")).isNotNull();
    return library.application().type("Shop").getConstructor(String.class).newInstance("x");
  }
}
