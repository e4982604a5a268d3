package ai.automagik.tracing.bootstrap;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/**
 * Runs in a JVM of its own in which {@code java.lang.AutomagikDispatcher} is part of java.base, and
 * prints what it does.
 */
final class DispatcherProbe {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodType ADVICE = MethodType.methodType(String.class, int.class);

  private DispatcherProbe() {}

  public static void main(String[] arguments) throws Throwable {
    Class<?> dispatcher = Class.forName("java.lang.AutomagikDispatcher");
    Method bootstrap =
        dispatcher.getMethod(
            "bootstrap",
            MethodHandles.Lookup.class,
            String.class,
            MethodType.class,
            Object[].class);
    Method failed = dispatcher.getMethod("failed", Throwable.class, String.class);
    Method install = dispatcher.getMethod("install", MethodHandle.class, MethodHandle.class);

    failed.invoke(null, new Exception("unheard"), "books");
    say("without linker: " + call(bootstrap, "onEnter"));
    install.invoke(null, handle("link"), handle("note"));
    install.invoke(null, handle("linkOtherwise"), handle("note"));
    say("linked: " + call(bootstrap, "onEnter"));
    say("unlinkable: " + call(bootstrap, "unlinkable"));
    failed.invoke(null, new Exception("by advice"), "books");
    failed.invoke(null, new Exception("unreportable"), "books");
    say("done");
  }

  private static Object call(Method bootstrap, String method) throws Throwable {
    CallSite site =
        (CallSite)
            bootstrap.invoke(null, LOOKUP, method, ADVICE, new Object[] {"books", "b.advice.Some"});
    return (String) site.dynamicInvoker().invokeExact(7);
  }

  static CallSite link(
      MethodHandles.Lookup caller, String method, MethodType type, Object[] arguments) {
    if (method.equals("unlinkable")) {
      throw new NoClassDefFoundError("of the library");
    }
    return new ConstantCallSite(
        MethodHandles.dropArguments(
            MethodHandles.constant(String.class, method + " of " + arguments[1]), 0, int.class));
  }

  static CallSite linkOtherwise(
      MethodHandles.Lookup caller, String method, MethodType type, Object[] arguments) {
    throw new AssertionError("the second caller must be ignored");
  }

  static void note(Throwable failure, String module) {
    say(module + " failed: " + failure.getMessage());
    if (failure.getMessage().equals("unreportable")) {
      throw new IllegalStateException();
    }
  }

  private static MethodHandle handle(String name) throws ReflectiveOperationException {
    MethodType type =
        name.equals("note")
            ? MethodType.methodType(void.class, Throwable.class, String.class)
            : MethodType.methodType(
                CallSite.class,
                MethodHandles.Lookup.class,
                String.class,
                MethodType.class,
                Object[].class);
    return LOOKUP.findStatic(DispatcherProbe.class, name, type);
  }

  private static void say(String text) {
    System.out.println("probe: " + text);
  }
}
