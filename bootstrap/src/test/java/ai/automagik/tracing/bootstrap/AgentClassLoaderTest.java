package ai.automagik.tracing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.automagik.tracing.agent.Recorder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentClassLoaderTest {
  private static final String HIDDEN_CLASS = "ai/automagik/tracing/agent/Recorder.class";
  private static final String HIDDEN_FILE = "META-INF/automagik.hooks";

  @TempDir Path folder;
  private Path jar;
  private AgentClassLoader loader;

  @BeforeEach
  void makeJar() throws Exception {
    jar = folder.resolve("with space.jar");
    try (AgentJar content = new AgentJar(jar)) {
      content
          .hidden(Recorder.class)
          .add("agent/" + HIDDEN_FILE, "hooks".getBytes(StandardCharsets.UTF_8))
          .add("agent/big", new byte[1 << 20])
          .add("plain.txt", "plain".getBytes(StandardCharsets.UTF_8));
    }
    loader = new AgentClassLoader(jar.toFile());
  }

  @Test
  void definesHiddenClasses() throws ClassNotFoundException {
    Class<?> recorder = loader.loadClass("ai.automagik.tracing.agent.Recorder");

    assertThat(recorder.getClassLoader()).isSameAs(loader);
    assertThat(recorder).isNotSameAs(Recorder.class);
    assertThat(loader.loadClass("ai.automagik.tracing.agent.Recorder")).isSameAs(recorder);
  }

  @Test
  void seesThePlatformAndNothingOfTheApplication() throws ClassNotFoundException {
    assertThat(loader.getParent()).isSameAs(ClassLoader.getPlatformClassLoader());
    assertThat(loader.loadClass("java.sql.Driver").getClassLoader())
        .isSameAs(ClassLoader.getPlatformClassLoader());
    assertThatThrownBy(() -> loader.loadClass(getClass().getName()))
        .isInstanceOf(ClassNotFoundException.class);
    assertThatThrownBy(() -> loader.loadClass("no.such.Thing"))
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessage("no.such.Thing");
  }

  @Test
  void theApplicationSeesNothingOfTheAgent() throws IOException {
    try (URLClassLoader application = AgentJar.loader(jar)) {
      assertThatThrownBy(() -> application.loadClass("ai.automagik.tracing.agent.Recorder"))
          .isInstanceOf(ClassNotFoundException.class);
      assertThat(application.getResource(HIDDEN_CLASS)).isNull();
      assertThat(application.getResource(HIDDEN_FILE)).isNull();
    }
  }

  @Test
  void readsHiddenResources() throws IOException {
    assertThat(read(HIDDEN_FILE)).asString(StandardCharsets.UTF_8).isEqualTo("hooks");
    assertThat(read("big")).isEqualTo(new byte[1 << 20]);
    assertThat(read(HIDDEN_CLASS)).isEqualTo(AgentJar.classFile(Recorder.class));
    assertThat(loader.getResourceAsStream("plain.txt")).isNull();
    assertThat(loader.getResourceAsStream("no/such/file")).isNull();
  }

  @Test
  void readsResourcesOfThePlatform() throws IOException {
    assertThat(read("java/lang/Object.class"))
        .startsWith(new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe});
  }

  @Test
  void hiddenResourcesHaveAddresses() throws IOException {
    URL url = loader.getResource(HIDDEN_FILE);
    try (InputStream in = url.openStream()) {
      assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("hooks");
    }
    assertThat(Collections.list(loader.getResources(HIDDEN_FILE)))
        .extracting(URL::toString)
        .containsExactly(url.toString());
    assertThat(loader.getResource("plain.txt")).isNull();
    assertThat(Collections.list(loader.getResources("plain.txt"))).isEmpty();
  }

  @Test
  void threadsMayLoadClassesAtTheSameTime() {
    assertThat(loader.isRegisteredAsParallelCapable()).isTrue();
    assertThat(loader).hasToString("automagik-agent");
  }

  private byte[] read(String resource) throws IOException {
    try (InputStream in = loader.getResourceAsStream(resource)) {
      return in.readAllBytes();
    }
  }
}
