package ai.automagik.tracing.core.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HooksTest {
  @Test
  void aLineNamesClassMethodTypesAndAdvice() throws IOException {
    Hooks hooks =
        read(
            """
            module books com.acme.advice

            // Reading
            com.acme.Book#read(int, java.lang.String) ReadAdvice // and this is ignored
              com.acme.Book#<init>() NewAdvice
            com.acme.Shelf$1#close(java.lang.Object[]) CloseAdvice
            """);

    assertThat(hooks.of("com/acme/Book"))
        .containsExactly(
            new Hook(
                "books",
                "com.acme.Book",
                false,
                "read",
                List.of("int", "java.lang.String"),
                "com.acme.advice.ReadAdvice"),
            new Hook(
                "books", "com.acme.Book", false, "<init>", List.of(), "com.acme.advice.NewAdvice"));
    assertThat(hooks.of("com/acme/Shelf$1"))
        .extracting(Hook::parameterTypes)
        .containsExactly(List.of("java.lang.Object[]"));
    assertThat(hooks.all()).hasSize(3);
  }

  @Test
  void aClassIsFoundByItsInternalNameOnly() throws IOException {
    Hooks hooks = read("module books com.acme.advice\ncom.acme.Book#read() ReadAdvice");

    assertThat(hooks.contains("com/acme/Book")).isTrue();
    assertThat(hooks.contains("com.acme.Book")).isFalse();
    assertThat(hooks.contains("com/acme/Books")).isFalse();
    assertThat(hooks.of("com/acme/Books")).isEmpty();
  }

  @Test
  void aSignOfAnUnsupportedVersionIsLookedOutForButNotWoven() throws IOException {
    Hooks hooks = read("module books com.acme.advice\nunsupported com.acme.Scroll books of old");

    assertThat(hooks.contains("com/acme/Scroll")).isTrue();
    assertThat(hooks.of("com/acme/Scroll")).isEmpty();
    assertThat(hooks.all()).isEmpty();
    assertThat(hooks.unsupported("com/acme/Scroll"))
        .hasToString("com.acme.Scroll (books of old)")
        .extracting(Hooks.Unsupported::module)
        .isEqualTo("books");
    assertThat(hooks.unsupported("com/acme/Book")).isNull();
  }

  @Test
  void theHooksThatNameAnInterfaceAreItsOwnAndThoseOfItsImplementations() throws IOException {
    Hooks hooks = read("module books com.acme.advice\ncom.acme.Book#a() A\ncom.acme.Book+#b() B");

    assertThat(hooks.naming("com/acme/Book"))
        .extracting(Hook::methodName)
        .containsExactly("a", "b");
    assertThat(hooks.naming("com/acme/Shelf")).isEmpty();
  }

  @Test
  void severalModulesFollowOneAnother() throws IOException {
    Hooks hooks =
        read(
            """
            module second b.advice
            x.Y#z() A
            module first a.advice
            x.Y#z() A
            """);

    assertThat(hooks.modules()).containsExactly("first", "second");
    assertThat(hooks.of("x/Y"))
        .extracting(Hook::advice)
        .containsExactly("b.advice.A", "a.advice.A");
    InstrumentationModules modules = new InstrumentationModules(hooks);
    assertThat(modules.all())
        .extracting(InstrumentationModule::name)
        .containsExactly("first", "second");
    assertThat(modules.get("third")).isNull();
  }

  @Test
  void aLibraryIsAPackageWithAllBeneath() throws IOException {
    Hooks hooks = read("module books com.acme.advice\nlibrary com.acme.books // all of it");

    assertThat(hooks.inLibrary("com/acme/books/Book")).isTrue();
    assertThat(hooks.inLibrary("com/acme/books/rare/Book")).isTrue();
    assertThat(hooks.inLibrary("com/acme/bookshelves/Shelf")).isFalse();
    assertThat(hooks.inLibrary("com/acme/books")).isFalse();
    assertThat(hooks.contains("com/acme/books/Book")).isFalse();
    assertThat(read("").inLibrary("com/acme/books/Book")).isFalse();
  }

  @Test
  void nothingIsAllowed() throws IOException {
    assertThat(read("").all()).isEmpty();
    assertThat(read("// nothing\n\n").modules()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x.Y#z A",
        "x.Y.z() A",
        "#z() A",
        "x.Y#z( A",
        "x.Y#z) A",
        "x.Y#z()",
        "x.Y#z() // A",
        "x.Y",
        "module",
        "module books",
      })
  void aBadLineIsNamed(String line) {
    assertThatThrownBy(() -> read("module books com.acme.advice\n" + line))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(line.replace(" // A", ""));
  }

  @Test
  void aHookNeedsAModule() {
    assertThatThrownBy(() -> read("x.Y#z() A"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("in a module: x.Y#z() A");
  }

  @Test
  void typesAreComparedExactly() throws IOException {
    Hook hook = hook("(int, java.lang.String)");

    assertThat(hook.accepts(List.of("int", "java.lang.String"))).isTrue();
    assertThat(hook.accepts(List.of("int"))).isFalse();
    assertThat(hook.accepts(List.of("java.lang.String", "int"))).isFalse();
    assertThat(hook.accepts(List.of("int", "java.lang.String", "int"))).isFalse();
  }

  @Test
  void aStarStandsForAnyFurtherTypes() throws IOException {
    Hook hook = hook("(int, *)");

    assertThat(hook.accepts(List.of("int"))).isTrue();
    assertThat(hook.accepts(List.of("int", "a.B", "c.D"))).isTrue();
    assertThat(hook.accepts(List.of())).isFalse();
    assertThat(hook.accepts(List.of("long", "a.B"))).isFalse();
  }

  @Test
  void aStarAloneStandsForAllOverloads() throws IOException {
    assertThat(hook("(*)").accepts(List.of())).isTrue();
    assertThat(hook("(*)").accepts(List.of("int"))).isTrue();
    assertThat(hook("()").accepts(List.of())).isTrue();
    assertThat(hook("()").accepts(List.of("int"))).isFalse();
  }

  private static Hook hook(String types) throws IOException {
    return read("module books com.acme.advice\nx.Y#z" + types + " A").all().get(0);
  }

  @Test
  void aPlusMeansTheClassesThatImplementAnInterface() throws IOException {
    Hooks hooks =
        read(
            """
            module books com.acme.advice
            java.lang.Comparable+#compareTo(*) CompareAdvice
            java.lang.CharSequence+#length() LengthAdvice
            """);
    assertThat(hooks.contains("java/lang/Comparable")).isFalse();
    byte[] string;
    try (InputStream in = String.class.getResourceAsStream("String.class")) {
      string = in.readAllBytes();
    }
    assertThat(hooks.ofInterfacesIn(string))
        .extracting(Hook::methodName)
        .containsExactly("compareTo", "length");
    assertThat(hooks.ofInterfacesIn(new byte[0])).isEmpty();
    assertThat(hooks.modules()).containsExactly("books");
  }

  @Test
  void aLatentModuleHasItsOwnClasses() throws IOException {
    Hooks hooks =
        read(
            """
            latent module doors com.acme.advice // of servers
            com.acme.Door#open() Advice
            module books com.acme.advice
            com.acme.Book#open() Advice
            sign java.lang.String // or any other
            """);

    assertThat(hooks.latent("com/acme/Door")).isTrue();
    assertThat(hooks.latent("com/acme/Book")).isFalse();
    assertThat(hooks.modules()).containsExactly("books", "doors");
    assertThat(hooks.librariesVisibleTo(null)).isTrue();
    assertThat(read("").librariesVisibleTo(null)).isFalse();
  }

  private static Hooks read(String text) throws IOException {
    return Hooks.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
