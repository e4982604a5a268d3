package ai.automagik.tracing.core.weaving;

import ai.automagik.tracing.core.instrumentation.Hooks;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM asks about every class that it loads: one hash look-up on the name, and nothing more
 * unless it hits.
 *
 * <p>Called on the application's threads. Until the first hit no other part of the agent is loaded.
 */
public final class WeavingTransformer implements ClassFileTransformer {
  /** Sets up the rest of the agent at the first hit. */
  public interface Activation {
    /** The weaver, always the same one; null when tracing is off. */
    @Nullable Weaver weaver();
  }

  private final Hooks hooks;
  private final Activation activation;

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
    if (internalName == null || !hooks.contains(internalName)) {
      return null;
    }
    Weaver weaver = activation.weaver();
    return weaver == null ? null : weaver.weave(loader, internalName, classFile);
  }
}
