package ai.automagik.tracing.core.weaving;

import ai.automagik.tracing.core.instrumentation.Hook;
import ai.automagik.tracing.core.instrumentation.Hooks;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM asks about every class that it loads: one hash look-up on the name and one
 * comparison with each library's package, and nothing more unless they hit.
 *
 * <p>Called on the application's threads. Until the first hit no other part of the agent is loaded.
 */
public final class WeavingTransformer implements ClassFileTransformer {
  /** Sets up the rest of the agent at the first hit. */
  public interface Activation {
    /** The weaver, always the same one; null when tracing is off. */
    @Nullable Weaver weaver();

    /** Runs work that cannot be done while a class is being woven, on a thread of the agent. */
    void soon(Runnable work);
  }

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final Hooks hooks;
  private final Activation activation;

  /** Null until a library was seen. */
  private volatile @Nullable Weaver weaver;

  /** Whether a class was left as it is that is woven where there is a library. */
  private volatile boolean passedOver;

  public WeavingTransformer(Hooks hooks, Activation activation) {
    this.hooks = hooks;
    this.activation = activation;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (internalName == null) {
      return null;
    }
    List<Hook> wanted;
    if (hooks.contains(internalName)) {
      if (loader == null && weaver == null && internalName.startsWith("java/")) {
        return null; // matters only where an LLM library is used; an HTTP client is one
      }
      if (weaver == null && hooks.latent(internalName) && !startsFor(loader)) {
        return null;
      }
      wanted = hooks.of(internalName);
    } else if (loader != null
        && loader != PLATFORM
        && (weaver != null || hooks.inLibrary(internalName))) {
      wanted = hooks.ofInterfacesIn(classFile);
      if (wanted.isEmpty()) {
        Weaver unused = weaver(); // from here on, classes of the application matter
        return null;
      }
    } else {
      return null;
    }
    Weaver active = weaver();
    return active == null ? null : active.weave(loader, internalName, classFile, wanted);
  }

  /** Whether there is a library where a class is loaded that is no reason to start by itself. */
  private boolean startsFor(@Nullable ClassLoader loader) {
    try {
      if (hooks.librariesVisibleTo(loader)) {
        return true;
      }
    } catch (RuntimeException | LinkageError refused) {
      // A loader that does not say what it has.
    }
    passedOver = true;
    return weaver != null;
  }

  private @Nullable Weaver weaver() {
    Weaver known = weaver;
    if (known == null) {
      known = activation.weaver();
      weaver = known;
      if (known != null && passedOver) {
        passedOver = false;
        activation.soon(known::weaveLatent);
      }
    }
    return known;
  }
}
