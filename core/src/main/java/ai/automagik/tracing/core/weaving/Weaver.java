package ai.automagik.tracing.core.weaving;

import ai.automagik.tracing.core.instrumentation.Hook;
import ai.automagik.tracing.core.instrumentation.Hooks;
import ai.automagik.tracing.core.instrumentation.InstrumentationModule;
import ai.automagik.tracing.core.instrumentation.InstrumentationModules;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives a class its advice: from the cache where it can, otherwise with ASM, which is loaded only
 * then. Thread-safe.
 */
public final class Weaver {
  private final Instrumentation jvm;
  private final Hooks hooks;
  private final InstrumentationModules modules;
  private final Dispatcher dispatcher;
  private final @Nullable WovenClassCache cache;
  private @Nullable AdviceWeaver adviceWeaver;

  private Weaver(
      Instrumentation jvm,
      Hooks hooks,
      InstrumentationModules modules,
      Dispatcher dispatcher,
      @Nullable WovenClassCache cache) {
    this.jvm = jvm;
    this.hooks = hooks;
    this.modules = modules;
    this.dispatcher = dispatcher;
    this.cache = cache;
  }

  /**
   * Prepares the JVM for woven classes.
   *
   * @param cache null when woven classes are not kept
   * @throws ReflectiveOperationException when the JVM lets nobody define a class that woven code
   *     can see
   * @throws IOException when the agent's jar cannot be read
   */
  public static Weaver install(
      Instrumentation jvm,
      Hooks hooks,
      InstrumentationModules modules,
      @Nullable WovenClassCache cache)
      throws ReflectiveOperationException, IOException {
    Dispatcher dispatcher = Dispatcher.define(jvm, new AdviceLinker(modules));
    return new Weaver(jvm, hooks, modules, dispatcher, dispatcher.inJavaLang() ? cache : null);
  }

  /**
   * The woven class file; null when the class stays as it is. Never throws: failures are counted on
   * the module.
   */
  byte @Nullable [] weave(
      @Nullable ClassLoader loader, String internalName, byte[] classFile, List<Hook> all) {
    Hooks.Unsupported unsupported = hooks.unsupported(internalName);
    if (unsupported != null) {
      module(unsupported.module()).unmatched(unsupported.toString());
    }
    List<Hook> plugged = plugged(all);
    if (plugged.isEmpty()) {
      return null;
    }
    byte[] cached = cache == null ? null : cache.find(internalName, classFile);
    if (cached != null) {
      woven(internalName, plugged);
      return cached;
    }
    List<Hook> sound = plugged;
    try {
      byte[] woven;
      try {
        woven = adviceWeaver().weave(loader, internalName, classFile, plugged);
      } catch (Exception | LinkageError failure) {
        sound = sound(loader, internalName, classFile, plugged, failure);
        woven = adviceWeaver().weave(loader, internalName, classFile, sound);
      }
      if (woven == null) {
        unmatched(internalName, classFile, sound);
        return null;
      }
      if (cache != null && sound.size() == all.size()) { // or the next start would lack the rest
        cache.keep(internalName, classFile, woven);
      }
      woven(internalName, sound);
      return woven;
    } catch (Exception | LinkageError failure) {
      failed(sound, failure);
      return null;
    }
  }

  /**
   * Notes that a class has none of the methods. A method that is there without a body counts as
   * there: it is woven in the classes that have it.
   */
  private void unmatched(String internalName, byte[] classFile, List<Hook> those) {
    if (!adviceWeaver().declaresAny(classFile, hooks.naming(internalName))) {
      for (Hook hook : those) {
        if (!hook.implementations()) {
          module(hook).unmatched(hook.className());
        }
      }
    }
  }

  /** Those modules that can weave the class when they are alone; the others have failed. */
  private List<Hook> sound(
      @Nullable ClassLoader loader,
      String internalName,
      byte[] classFile,
      List<Hook> hooksOfAll,
      Throwable failure) {
    Map<String, List<Hook>> byModule = new LinkedHashMap<>();
    for (Hook hook : hooksOfAll) {
      byModule.computeIfAbsent(hook.module(), name -> new ArrayList<>()).add(hook);
    }
    if (byModule.size() == 1) {
      failed(hooksOfAll, failure);
      return List.of();
    }
    List<Hook> sound = new ArrayList<>(hooksOfAll.size());
    for (List<Hook> hooksOfOne : byModule.values()) {
      try {
        byte[] unused = adviceWeaver().weave(loader, internalName, classFile, hooksOfOne);
        sound.addAll(hooksOfOne);
      } catch (Exception | LinkageError alone) {
        failed(hooksOfOne, alone);
      }
    }
    return sound;
  }

  private void woven(String internalName, List<Hook> those) {
    for (Hook hook : those) {
      module(hook).woven(internalName.replace('/', '.'));
    }
  }

  /** One class that cannot be woven is one failure, however many of its methods were wanted. */
  private void failed(List<Hook> those, Throwable failure) {
    Set<InstrumentationModule> told = new HashSet<>();
    for (Hook hook : those) {
      if (told.add(module(hook))) {
        module(hook).failed(failure);
      }
    }
  }

  /**
   * Weaves what was loaded before any library was seen: classes of the JDK that hooks name, and the
   * application's own models, retrievers and the like. Not to be called while a class is being
   * woven: the JVM lets nobody transform while it transforms.
   */
  public void weaveLoaded() {
    weaveJdk();
    for (Class<?> loaded : jvm.getAllLoadedClasses()) {
      if (loaded.getClassLoader() == null
          && loaded.getName().startsWith("sun.")
          && hooks.contains(loaded.getName().replace('.', '/'))
          && !isWoven(loaded.getName())) {
        retransform(loaded); // an HTTP client that another agent has used
      }
      if (loaded.getClassLoader() != null && jvm.isModifiableClass(loaded)) {
        for (Class<?> declared : loaded.getInterfaces()) {
          if (declared.getClassLoader() != null
              && hooks.coverImplementations(declared.getName().replace('.', '/'))
              && !isWoven(loaded.getName())) {
            retransform(loaded);
          }
        }
      }
    }
  }

  /**
   * Weaves those classes of latent modules that were loaded before any library was seen. Not to be
   * called while a class is being woven.
   */
  public void weaveLatent() {
    for (Class<?> loaded : jvm.getAllLoadedClasses()) {
      if (hooks.latent(loaded.getName().replace('.', '/')) && !isWoven(loaded.getName())) {
        retransform(loaded);
      }
    }
  }

  private boolean isWoven(String className) {
    for (InstrumentationModule module : modules.all()) {
      if (module.wovenClasses().contains(className)) {
        return true;
      }
    }
    return false;
  }

  private void retransform(Class<?> loaded) {
    try {
      jvm.retransformClasses(loaded);
    } catch (UnmodifiableClassException | RuntimeException | LinkageError refused) {
      // It stays as it is. What cannot be changed any more is no failure of the module's.
    }
  }

  private void weaveJdk() {
    Map<Class<?>, Hook> classes = new LinkedHashMap<>();
    for (Hook hook : hooks.all()) {
      if (hook.className().startsWith("java.")
          && module(hook).plugged()
          && !module(hook).wovenClasses().contains(hook.className())) {
        try {
          classes.putIfAbsent(Class.forName(hook.className(), false, null), hook);
        } catch (ClassNotFoundException otherRelease) {
          // The JDK at hand has no such class, and does not need the hook.
        }
      }
    }
    try {
      jvm.retransformClasses(classes.keySet().toArray(new Class<?>[0])); // one stop for all
    } catch (UnmodifiableClassException | RuntimeException | LinkageError failure) {
      classes.forEach(this::retransform); // all but those that cannot be woven
    }
  }

  private void retransform(Class<?> type, Hook hook) {
    try {
      jvm.retransformClasses(type);
    } catch (UnmodifiableClassException | RuntimeException | LinkageError failure) {
      module(hook).failed(failure);
    }
  }

  private synchronized AdviceWeaver adviceWeaver() {
    AdviceWeaver weaver = adviceWeaver;
    if (weaver == null) {
      weaver = new AdviceWeaver(dispatcher);
      adviceWeaver = weaver;
    }
    return weaver;
  }

  private List<Hook> plugged(List<Hook> all) {
    List<Hook> plugged = new ArrayList<>(all.size());
    for (Hook hook : all) {
      if (module(hook).plugged()) {
        plugged.add(hook);
      }
    }
    return plugged;
  }

  private InstrumentationModule module(Hook hook) {
    return module(hook.module());
  }

  private InstrumentationModule module(String name) {
    InstrumentationModule module = modules.get(name);
    if (module == null) {
      throw new IllegalArgumentException("no module " + name);
    }
    return module;
  }
}
