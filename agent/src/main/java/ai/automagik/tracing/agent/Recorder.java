package ai.automagik.tracing.agent;

import ai.automagik.tracing.core.instrumentation.Hooks;
import ai.automagik.tracing.core.weaving.WeavingTransformer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * Where the agent begins in a traced JVM. Called before {@code main}.
 *
 * <p>It only reads the names of the classes that matter. Everything else waits until the first of
 * them is loaded, so a JVM without LLM libraries, such as a build tool that inherits {@code
 * JAVA_TOOL_OPTIONS}, is left alone.
 */
public final class Recorder {
  private Recorder() {}

  /**
   * Installs the transformer and returns.
   *
   * @throws IOException when the agent's jar is damaged
   */
  public static void start(@Nullable String arguments, Instrumentation jvm) throws IOException {
    Hooks hooks = hooks();
    jvm.addTransformer(
        new WeavingTransformer(hooks, new Engine(arguments == null ? "" : arguments, jvm, hooks)),
        true);
  }

  /**
   * The hooks of all modules.
   *
   * @throws IOException when the agent's jar is damaged
   */
  static Hooks hooks() throws IOException {
    try (InputStream in = Recorder.class.getClassLoader().getResourceAsStream(Hooks.RESOURCE)) {
      if (in == null) {
        throw new IOException("the agent's jar has no " + Hooks.RESOURCE);
      }
      return Hooks.read(in);
    }
  }
}
