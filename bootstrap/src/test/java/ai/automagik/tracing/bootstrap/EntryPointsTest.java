package ai.automagik.tracing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.automagik.tracing.agent.Reader;
import ai.automagik.tracing.agent.Recorder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Premain and Main in a jar of the test, with a recorder and a reader of the test. */
class EntryPointsTest {
  private static final String SPECIFICATION_VERSION = "java.specification.version";

  @TempDir Path folder;
  private final String javaVersion = System.getProperty(SPECIFICATION_VERSION);
  private final PrintStream stderr = System.err;
  private final ClassLoader contextClassLoader = Thread.currentThread().getContextClassLoader();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Path jar;

  @BeforeEach
  void makeJar() throws IOException {
    jar = folder.resolve("agent with space.jar");
    try (AgentJar content = visibleClasses()) {
      content.hidden(Recorder.class).hidden(Reader.class);
    }
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setErr(stderr);
    System.setProperty(SPECIFICATION_VERSION, javaVersion);
    System.clearProperty("automagik.test.recorder");
    System.clearProperty("automagik.test.reader");
    Thread.currentThread().setContextClassLoader(contextClassLoader);
  }

  @Test
  void premainStartsTheRecorderOnce() throws Exception {
    try (URLClassLoader jvm = AgentJar.loader(jar)) {
      premain(jvm, "service=shop");
      premain(jvm, "again");
    }

    assertThat(System.getProperty("automagik.test.recorder"))
        .isEqualTo("started with service=shop;");
    assertThat(lines()).isEmpty();
  }

  @Test
  void premainMayHaveNoArguments() throws Exception {
    try (URLClassLoader jvm = AgentJar.loader(jar)) {
      premain(jvm, null);
    }

    assertThat(System.getProperty("automagik.test.recorder")).isEqualTo("started with null;");
  }

  @Test
  void anOldJvmGetsOneSentence() throws Exception {
    System.setProperty(SPECIFICATION_VERSION, "1.8");
    try (URLClassLoader jvm = AgentJar.loader(jar)) {
      premain(jvm, "");
      premain(jvm, "");
    }

    assertThat(lines())
        .containsExactly(
            "automagik-tracing: needs Java 17 or newer, this is Java 1.8; tracing is off");
    assertThat(System.getProperty("automagik.test.recorder")).isNull();
  }

  @Test
  void aRecorderThatFailsCostsOneLine() throws Exception {
    try (URLClassLoader jvm = AgentJar.loader(jar)) {
      premain(jvm, "fail");
    }

    assertThat(lines())
        .containsExactly(
            "automagik-tracing: could not start: java.lang.IllegalStateException: told to;"
                + " tracing is off");
  }

  @Test
  void aDamagedJarCostsOneLine() throws Exception {
    visibleClasses().close();
    try (URLClassLoader jvm = AgentJar.loader(jar)) {
      premain(jvm, "");
    }

    assertThat(lines())
        .containsExactly(
            "automagik-tracing: could not start: java.lang.ClassNotFoundException:"
                + " ai.automagik.tracing.agent.Recorder; tracing is off");
  }

  @Test
  void mainCallsTheReaderInItsOwnLoader() throws Exception {
    try (URLClassLoader jvm = AgentJar.loader(jar)) {
      main(jvm, "status", "--json");
    }

    assertThat(System.getProperty("automagik.test.reader"))
        .isEqualTo("status,--json in automagik-agent");
  }

  @Test
  void mainThrowsWhatTheReaderThrows() throws Exception {
    try (URLClassLoader jvm = AgentJar.loader(jar)) {
      assertThatThrownBy(() -> main(jvm))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .isExactlyInstanceOf(IOException.class)
          .hasMessage("told to");
    }
  }

  private AgentJar visibleClasses() throws IOException {
    return new AgentJar(jar)
        .visible(Premain.class)
        .visible(Main.class)
        .visible(AgentClassLoader.class)
        .visible(JavaVersion.class);
  }

  private static void premain(ClassLoader jvm, String arguments) throws Exception {
    jvm.loadClass(Premain.class.getName())
        .getMethod("premain", String.class, Instrumentation.class)
        .invoke(null, arguments, null);
  }

  private static void main(ClassLoader jvm, String... arguments) throws Exception {
    jvm.loadClass(Main.class.getName())
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
  }

  private List<String> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
