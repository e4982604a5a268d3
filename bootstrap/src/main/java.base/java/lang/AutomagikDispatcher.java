package java.lang;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The one agent class that woven code can name: it links advice call sites and takes in what advice
 * throws.
 *
 * <p>It is defined in {@code java.lang} at run time, because that package is visible from every
 * class loader, module and OSGi bundle. Without an installed linker all of it does nothing.
 */
public final class AutomagikDispatcher {
  /** {@code (Lookup, String, MethodType, Object[]) -> CallSite}. */
  private static volatile MethodHandle linker;

  /** {@code (Throwable, String) -> void}. */
  private static volatile MethodHandle onFailure;

  private AutomagikDispatcher() {}

  /** Connects the agent. The first caller wins; every later call is ignored. */
  public static synchronized void install(MethodHandle linker, MethodHandle onFailure) {
    if (AutomagikDispatcher.linker == null) {
      AutomagikDispatcher.onFailure = onFailure;
      AutomagikDispatcher.linker = linker;
    }
  }

  /**
   * Links one advice call. What cannot be linked does nothing; it is never an error of the
   * application.
   */
  public static CallSite bootstrap(
      MethodHandles.Lookup caller, String name, MethodType type, Object... args) {
    MethodHandle linker = AutomagikDispatcher.linker;
    if (linker != null) {
      try {
        return (CallSite) linker.invokeExact(caller, name, type, args);
      } catch (Throwable unlinkable) {
        failed(unlinkable, String.valueOf(args[0]));
      }
    }
    return new ConstantCallSite(MethodHandles.empty(type));
  }

  /**
   * Takes in what an advice method threw. Called by woven code on the application's thread; never
   * throws.
   */
  public static void failed(Throwable failure, String module) {
    MethodHandle onFailure = AutomagikDispatcher.onFailure;
    if (onFailure != null) {
      try {
        onFailure.invokeExact(failure, module);
      } catch (Throwable unreportable) {
        // Nothing may reach the application, and there is nobody else to tell.
      }
    }
  }
}
