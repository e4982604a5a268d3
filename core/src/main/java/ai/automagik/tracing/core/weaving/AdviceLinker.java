package ai.automagik.tracing.core.weaving;

import ai.automagik.tracing.core.instrumentation.InstrumentationModule;
import ai.automagik.tracing.core.instrumentation.InstrumentationModules;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Connects the call sites of woven methods with their advice.
 *
 * <pre>
 *  bootstrap loader    java.base: java.lang.AutomagikDispatcher  <---- invokedynamic in any woven class
 *        ^                                  |
 *  platform loader <-- AgentClassLoader     | hands the call site to this class
 *        ^              core, ASM         <-'
 *        |                   ^ ai.automagik.tracing.*
 *  application loader <-- AdviceClassLoader: the advice package of one module, for one application loader
 * </pre>
 *
 * Called on the application's threads, the first time that a woven method runs. Thread-safe. Advice
 * loaders are held weakly, or applications could never be unloaded; the linked call sites keep them
 * alive while they are needed.
 */
final class AdviceLinker {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private final InstrumentationModules modules;
  private final Map<String, Map<ClassLoader, WeakReference<AdviceClassLoader>>> adviceLoaders =
      new HashMap<>();
  private final ThreadLocal<@Nullable Boolean> linking = new ThreadLocal<>();

  AdviceLinker(InstrumentationModules modules) {
    this.modules = modules;
  }

  MethodHandle linkHandle() throws ReflectiveOperationException {
    return LOOKUP.bind(
        this,
        "link",
        MethodType.methodType(
            CallSite.class,
            MethodHandles.Lookup.class,
            String.class,
            MethodType.class,
            Object[].class));
  }

  MethodHandle failedHandle() throws ReflectiveOperationException {
    return LOOKUP.bind(
        this, "failed", MethodType.methodType(void.class, Throwable.class, String.class));
  }

  /**
   * @param arguments the module's name and the advice class's name
   * @throws ReflectiveOperationException when the advice does not fit the library at hand
   */
  CallSite link(MethodHandles.Lookup caller, String method, MethodType type, Object[] arguments)
      throws ReflectiveOperationException {
    InstrumentationModule module = modules.get((String) arguments[0]);
    if (module == null || !module.plugged() || linking.get() != null) {
      return new ConstantCallSite(MethodHandles.empty(type));
    }
    linking.set(Boolean.TRUE);
    try {
      Class<?> advice =
          adviceLoader(module.name(), (String) arguments[1], caller.lookupClass().getClassLoader())
              .loadClass((String) arguments[1]);
      MethodHandle body =
          MethodHandles.privateLookupIn(advice, LOOKUP).findStatic(advice, method, type);
      if (method.equals("onExit") && declaresOnEnter(advice)) {
        // Stays when the module is unplugged, to leave what was entered; it acts on nothing else.
        return new ConstantCallSite(body);
      }
      MutableCallSite callSite = new MutableCallSite(body);
      module.linked(callSite);
      return callSite;
    } finally {
      linking.remove();
    }
  }

  /** Notes what an advice method threw. */
  void failed(Throwable failure, String moduleName) {
    InstrumentationModule module = modules.get(moduleName);
    if (module != null) {
      module.failed(failure);
    }
  }

  private synchronized AdviceClassLoader adviceLoader(
      String module, String advice, @Nullable ClassLoader application) {
    Map<ClassLoader, WeakReference<AdviceClassLoader>> ofModule = adviceLoaders.get(module);
    if (ofModule == null) {
      ofModule = new WeakHashMap<>();
      adviceLoaders.put(module, ofModule);
    }
    WeakReference<AdviceClassLoader> known = ofModule.get(application);
    AdviceClassLoader loader = known == null ? null : known.get();
    if (loader == null) {
      String advicePackage = advice.substring(0, advice.lastIndexOf('.') + 1);
      loader = new AdviceClassLoader(advicePackage, application);
      ofModule.put(application, new WeakReference<>(loader));
    }
    return loader;
  }

  private static boolean declaresOnEnter(Class<?> advice) {
    for (Method method : advice.getDeclaredMethods()) {
      if (method.getName().equals("onEnter")) {
        return true;
      }
    }
    return false;
  }
}
