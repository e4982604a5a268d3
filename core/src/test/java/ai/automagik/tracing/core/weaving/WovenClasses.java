package ai.automagik.tracing.core.weaving;

import java.nio.file.Path;

/** Caches with content, for tests of those who write them. */
public final class WovenClasses {
  private WovenClasses() {}

  /** A cache with one class that waits to be written. */
  public static WovenClassCache pending(Path home) {
    WovenClassCache cache = new WovenClassCache(home.toFile(), "build");
    cache.keep("a/B", new byte[] {1}, new byte[] {2});
    return cache;
  }
}
