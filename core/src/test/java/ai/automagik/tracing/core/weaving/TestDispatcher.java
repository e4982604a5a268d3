package ai.automagik.tracing.core.weaving;

import ai.automagik.tracing.core.instrumentation.InstrumentationModules;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands for {@code java.lang.AutomagikDispatcher}, which only an agent can define, and keeps what
 * the advice of the tests noted.
 */
public final class TestDispatcher {
  private static final List<String> NOTES = new ArrayList<>();
  private static AdviceLinker linker = new AdviceLinker(null);

  private TestDispatcher() {}

  static Dispatcher connect(InstrumentationModules modules) throws NoSuchMethodException {
    linker = new AdviceLinker(modules);
    NOTES.clear();
    return dispatcher();
  }

  static Dispatcher dispatcher() throws NoSuchMethodException {
    return new Dispatcher(
        TestDispatcher.class.getMethod(
            "bootstrap",
            MethodHandles.Lookup.class,
            String.class,
            MethodType.class,
            Object[].class),
        TestDispatcher.class.getMethod("failed", Throwable.class, String.class));
  }

  /** What woven code links with. */
  public static CallSite bootstrap(
      MethodHandles.Lookup caller, String name, MethodType type, Object... arguments) {
    try {
      return linker.link(caller, name, type, arguments);
    } catch (ReflectiveOperationException | LinkageError unlinkable) {
      failed(unlinkable, (String) arguments[0]);
      return new ConstantCallSite(MethodHandles.empty(type));
    }
  }

  /** Where woven code reports to. */
  public static void failed(Throwable failure, String module) {
    linker.failed(failure, module);
  }

  /** For advice. */
  public static void note(String text) {
    NOTES.add(text);
  }

  static List<String> notes() {
    List<String> notes = List.copyOf(NOTES);
    NOTES.clear();
    return notes;
  }
}
