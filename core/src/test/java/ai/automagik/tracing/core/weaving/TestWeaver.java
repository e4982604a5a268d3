package ai.automagik.tracing.core.weaving;

import ai.automagik.tracing.core.instrumentation.Hook;
import java.io.IOException;
import java.util.List;

/** Weaves for the tests of other packages and modules; what comes out is not to be run. */
public final class TestWeaver {
  private final AdviceWeaver weaver;

  public TestWeaver() throws NoSuchMethodException {
    this.weaver = new AdviceWeaver(TestDispatcher.dispatcher());
  }

  /** Null when the class has none of the methods. */
  public byte[] weave(ClassLoader loader, String internalName, byte[] classFile, List<Hook> hooks)
      throws IOException {
    return weaver.weave(loader, internalName, classFile, hooks);
  }
}
