package ai.automagik.tracing.benchmarks;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** The built files of this checkout, whose root is the working folder. Stateless. */
final class Checkout {
  private static final Path ROOT = Path.of("").toAbsolutePath();

  private Checkout() {}

  /** The product. */
  static Path agentJar() {
    return present("agent/target/automagik-tracing.jar");
  }

  /** The benchmarks themselves with all that they need. */
  static String ownClassPath() {
    return System.getProperty("java.class.path");
  }

  /** LangChain4j and the program that calls it in a loop; nothing of the agent. */
  static String callLoopClassPath() {
    return join(present("benchmarks/target/classes"), langChain4j());
  }

  /** LangChain4j and the sample application of the smoke tests. */
  static String sampleApplicationClassPath() {
    return join(present("smoke-tests/langchain4j-app/target/langchain4j-app.jar"), langChain4j());
  }

  private static Path langChain4j() {
    return present("smoke-tests/libraries-langchain4j-newest/target/lib").resolve("*");
  }

  private static String join(Path first, Path second) {
    return first + File.pathSeparator + second;
  }

  private static Path present(String name) {
    Path path = ROOT.resolve(name);
    if (!Files.exists(path)) {
      throw new IllegalStateException(name + " is missing: run ./benchmark, which builds it");
    }
    return path;
  }
}
