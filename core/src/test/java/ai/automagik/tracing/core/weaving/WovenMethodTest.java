package ai.automagik.tracing.core.weaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Methods that are hard to weave. */
class WovenMethodTest {
  private static final String HARD =
      """
      Hard
      public class Hard extends Base {
        public Hard(boolean loud, String name) { super(loud ? name.toUpperCase() : name); }
        public static double mixed(byte b, long l, String s, double d, int[] a) {
          do { l += b; b--; d = d / 2; s = s + l; } while (b > 0);
          a = new int[] {s.length()};
          return d + a[0];
        }
        public Object reused(Object first, Object second) {
          { Object kept = first; first = second; second = kept; }
          return first;
        }
        public int tried(int x) {
          try {
            if (x == 0) return 0;
            if (x < 0) throw new IllegalStateException("below");
            return x * 2;
          } catch (IllegalStateException e) {
            return -1;
          } finally {
            if (x == 7) throw new IllegalArgumentException("seven");
          }
        }
        public String text(String text) { return text.isEmpty() ? "empty" : "<" + text + ">"; }
        public char letter(float f, short s, boolean b) { return b ? (char) (f + s) : 'n'; }
      }
      """;
  private static final String BASE =
      """
      Base
      public class Base {
        protected static long COUNT = 3;
        protected final String name;
        protected int number = 5;
        public Base(String name) { this.name = name; }
      }
      """;

  @TempDir Path folder;

  @Test
  void aLoopFromTheFirstInstructionWithWideArgumentsThatChange() throws Exception {
    assertThat(call("mixed(*) EverythingAdvice", "mixed", (byte) 2, 5L, "a", 8.0, new int[0]))
        .isEqualTo(2.0 + 3);
    assertThat(TestDispatcher.notes())
        .singleElement()
        .asString()
        .startsWith("true [2, 5, a, 8.0, [I@")
        .endsWith("] null 5.0 null");
  }

  @Test
  void theArgumentsAreThoseOfTheCall() throws Exception {
    assertThat(call("reused(*) EverythingAdvice", "reused", "a", "b")).isEqualTo("b");
    assertThat(TestDispatcher.notes()).containsExactly("true [a, b] null b null");
  }

  @Test
  void severalReturnsAmongHandlers() throws Exception {
    Object hard = hard("tried(*) NotingAdvice");
    Method tried = hard.getClass().getMethod("tried", int.class);

    assertThat(tried.invoke(hard, 0)).isEqualTo(0);
    assertThat(tried.invoke(hard, 2)).isEqualTo(4);
    assertThat(tried.invoke(hard, -2)).isEqualTo(-1);
    assertThatThrownBy(() -> tried.invoke(hard, 7)).cause().hasMessage("seven");
    assertThat(TestDispatcher.notes())
        .containsExactly(
            "enter [0]",
            "entered, exit 0, null",
            "enter [2]",
            "entered, exit 4, null",
            "enter [-2]",
            "entered, exit -1, null",
            "enter [7]",
            "entered, exit 0, java.lang.IllegalArgumentException: seven");
  }

  @Test
  void smallTypes() throws Exception {
    assertThat(call("letter(*) EverythingAdvice", "letter", 60f, (short) 5, true)).isEqualTo('A');
    assertThat(TestDispatcher.notes()).containsExactly("true [60.0, 5, true] null A null");
  }

  @Test
  void adviceMayChangeAnArgumentAndTheResult() throws Exception {
    assertThat(call("text(*) ChangingAdvice", "text", "a")).isEqualTo("<a!> of a!");
    assertThat(call("text(*) ChangingAdvice", "text", "")).isEqualTo("empty");
  }

  @Test
  void adviceMayChangeAFieldThatTheConstructorHasSet() throws Exception {
    CompiledLibrary library = new CompiledLibrary(folder, 17, BASE);
    new WeavingFixture("Base#<init>(*) NamingAdvice").weave(library, "Base");
    Class<?> base = library.application().type("Base");

    for (String name : new String[] {"", "a"}) {
      Object made = base.getConstructor(String.class).newInstance(name);
      assertThat(made).hasFieldOrPropertyWithValue("name", name.isEmpty() ? "" : "a!");
    }
  }

  /** What does not fit is reported, and the method goes on as if there were no advice. */
  @Test
  void whatDoesNotFitIsNotAssigned() throws Exception {
    WeavingFixture fixture = new WeavingFixture("Hard#text(*) ChangingAdvice");
    Object hard = hard(fixture);

    assertThat(hard.getClass().getMethod("text", String.class).invoke(hard, "1"))
        .isEqualTo("<1> of 1");
    assertThat(fixture.module.failures()).isOne();
  }

  @Test
  void aConstructorThatBranchesBeforeItsObjectIsThere() throws Exception {
    hard("<init>(*) FieldsAdvice");
    assertThat(TestDispatcher.notes()).containsExactly("Hard NAME 5 3");
  }

  @Test
  void theFirstOfTwoAdvicesIsTheOutermost() throws Exception {
    assertThat(text("NotingAdvice", "ChangingAdvice")).isEqualTo("<a!> of a!");
    assertThat(TestDispatcher.notes())
        .containsExactly("enter [a]", "entered, exit <a!> of a!, null");

    assertThat(text("ChangingAdvice", "NotingAdvice")).isEqualTo("<a!> of a!");
    assertThat(TestDispatcher.notes()).containsExactly("enter [a!]", "entered, exit <a!>, null");
  }

  @Test
  void adviceThatWantsWhatTheMethodDoesNotHave() {
    assertThatThrownBy(() -> hard("mixed(*) MadeAdvice"))
        .hasMessageContaining("MadeAdvice")
        .hasMessageContaining("sample.library.Hard#mixed");
    assertThatThrownBy(() -> hard("<init>(*) NotingAdvice"))
        .hasMessageContaining("there is no object yet");
  }

  /** Kotlin's compiler makes such code of {@code return} inside an expression. */
  @Test
  void valuesBeneathTheResult() throws Exception {
    CompiledLibrary library = new CompiledLibrary(folder, 8, BASE);
    library.replace("Base", classWithValuesBeneathTheResult(Opcodes.V17, true));
    new WeavingFixture("Base#choose(*) NotingAdvice").weave(library, "Base");
    Method choose = library.application().type("Base").getMethod("choose", int.class);

    assertThat(choose.invoke(null, 1)).isEqualTo(10L);
    assertThat(choose.invoke(null, 0)).isEqualTo(20L);
    assertThat(TestDispatcher.notes())
        .containsExactly(
            "enter [1]", "entered, exit 10, null", "enter [0]", "entered, exit 20, null");
  }

  /** Java 6 is the last whose classes need none; the first that knows what is woven needs them. */
  @Test
  void aClassOfOldJavaIsGivenItsStackMaps() throws Exception {
    WeavingFixture fixture = new WeavingFixture("Base#choose(*) NotingAdvice");

    for (int version : new int[] {Opcodes.V1_1, Opcodes.V1_5, Opcodes.V1_6}) {
      CompiledLibrary library = new CompiledLibrary(folder, 8, BASE);
      library.replace("Base", classWithValuesBeneathTheResult(version, version == Opcodes.V1_6));
      byte[] woven = fixture.weave(library, "Base");
      assertThat(woven[7]).isEqualTo((byte) Opcodes.V1_7);
      Method choose = library.application().type("Base").getMethod("choose", int.class);
      assertThat(choose.invoke(null, 1)).isEqualTo(10L);
    }
  }

  private static byte[] classWithValuesBeneathTheResult(int version, boolean mapped) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        version, Opcodes.ACC_PUBLIC, "sample/library/Base", null, "java/lang/Object", null);
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "choose", "(I)J", null, null);
    Label zero = new Label();
    code.visitCode();
    code.visitInsn(Opcodes.DCONST_1);
    code.visitLdcInsn("beneath");
    code.visitVarInsn(Opcodes.ILOAD, 0);
    code.visitJumpInsn(Opcodes.IFEQ, zero);
    code.visitLdcInsn(10L);
    code.visitInsn(Opcodes.LRETURN);
    code.visitLabel(zero);
    if (mapped) {
      code.visitFrame(
          Opcodes.F_NEW,
          1,
          new Object[] {Opcodes.INTEGER},
          2,
          new Object[] {Opcodes.DOUBLE, "java/lang/String"});
    }
    code.visitLdcInsn(20L);
    code.visitInsn(Opcodes.LRETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private Object call(String hook, String method, Object... arguments) throws Exception {
    return invoke(hard(hook), method, arguments);
  }

  private Object text(String outer, String inner) throws Exception {
    return invoke(hard("text(*) " + outer, "text(*) " + inner), "text", "a");
  }

  private static Object invoke(Object hard, String name, Object... arguments) throws Exception {
    for (Method method : hard.getClass().getMethods()) {
      if (method.getName().equals(name)) {
        return method.invoke(hard, arguments);
      }
    }
    throw new AssertionError(name);
  }

  private Object hard(String... hooks) throws Exception {
    String[] lines = new String[hooks.length];
    for (int i = 0; i < hooks.length; i++) {
      lines[i] = "Hard#" + hooks[i];
    }
    return hard(new WeavingFixture(lines));
  }

  private Object hard(WeavingFixture fixture) throws Exception {
    CompiledLibrary library = new CompiledLibrary(folder, 11, BASE, HARD);
    assertThat(fixture.weave(library, "Hard")).isNotNull();
    return library
        .application()
        .type("Hard")
        .getConstructor(boolean.class, String.class)
        .newInstance(true, "name");
  }
}
