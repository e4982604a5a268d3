package ai.automagik.tracing.agent;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.instrumentation.Hook;
import ai.automagik.tracing.core.instrumentation.Hooks;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The jar itself: what is in it, where, and how large it may be. */
final class AgentJarIT {
  private static final long MAX_BYTES = 20_000_000;
  private static JarFile jar;

  @BeforeAll
  static void open() throws IOException {
    jar = new JarFile(new File("target/automagik-tracing.jar"));
  }

  @AfterAll
  static void close() throws IOException {
    jar.close();
  }

  @Test
  void namesItsEntryPoints() throws IOException {
    Attributes manifest = jar.getManifest().getMainAttributes();
    assertThat(manifest.getValue("Premain-Class"))
        .isEqualTo("ai.automagik.tracing.bootstrap.Premain");
    assertThat(manifest.getValue("Main-Class")).isEqualTo("ai.automagik.tracing.bootstrap.Main");
    assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
    assertThat(manifest.getValue("Implementation-Version")).isNotBlank();
  }

  @Test
  void showsTheApplicationNothingButTheBootstrap() {
    assertThat(entries(".class"))
        .containsExactlyInAnyOrder(
            "ai/automagik/tracing/bootstrap/AgentClassLoader.class",
            "ai/automagik/tracing/bootstrap/JavaVersion.class",
            "ai/automagik/tracing/bootstrap/Main.class",
            "ai/automagik/tracing/bootstrap/Nullable.class",
            "ai/automagik/tracing/bootstrap/Premain.class");
  }

  @Test
  void bootstrapIsReadableByJava8() throws IOException {
    for (String entry : entries(".class")) {
      assertThat(classFileVersion(entry)).as(entry).isEqualTo(52);
    }
  }

  /**
   * But picocli, of which advice means the application's: only the agent's loader sees this one.
   */
  @Test
  void everythingElseIsRelocated() {
    assertThat(entries(".classdata"))
        .allMatch(
            entry ->
                entry.startsWith("agent/ai/automagik/tracing/")
                    || entry.startsWith("agent/picocli/")
                    || entry.equals("agent/java/lang/AutomagikDispatcher.classdata"));
  }

  @Test
  void noEntryIsThereTwice() {
    List<String> names = jar.stream().map(JarEntry::getName).toList();
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void isSmallEnough() throws IOException {
    assertThat(Files.size(Path.of(jar.getName()))).isLessThan(MAX_BYTES);
  }

  @Test
  void everyHookHasItsAdvice() throws IOException {
    Hooks hooks;
    try (InputStream in = jar.getInputStream(jar.getEntry("agent/" + Hooks.RESOURCE))) {
      hooks = Hooks.read(in);
    }
    assertThat(hooks.modules())
        .containsExactly(
            "agentscope",
            "anthropic-java",
            "aws-bedrock",
            "azure-core",
            "concurrency",
            "embabel",
            "google-adk",
            "google-genai",
            "http-apache4",
            "http-apache5",
            "http-async-http-client",
            "http-aws",
            "http-jdk",
            "http-jetty",
            "http-okhttp",
            "http-reactor-netty",
            "http-urlconnection",
            "http-vertx",
            "jakarta-websocket",
            "jdk-http-server",
            "koog",
            "kotlin-coroutines",
            "langchain4j",
            "langchain4j-agentic",
            "langchain4j-mcp",
            "langgraph4j",
            "mcp-client",
            "mcp-server",
            "mutiny",
            "ollama4j",
            "openai-java",
            "picocli",
            "quarkus-langchain4j",
            "quarkus-rest-client",
            "reactor",
            "rxjava",
            "semantic-kernel",
            "servlet",
            "spring-ai",
            "spring-ai-alibaba",
            "spring-beans",
            "spring-messaging",
            "spring-shell",
            "spring-webflux",
            "spring-websocket",
            "vertx-core",
            "vertx-web");
    for (Hook hook : hooks.all()) {
      String entry = "agent/" + hook.advice().replace('.', '/') + ".classdata";
      assertThat(jar.getEntry(entry)).as(entry).isNotNull();
    }
  }

  @Test
  void carriesTheLicencesOfWhatItBundles() {
    assertThat(jar.stream().map(JarEntry::getName))
        .anyMatch(name -> name.startsWith("META-INF/LICENSE"))
        .anyMatch(name -> name.startsWith("META-INF/NOTICE"));
  }

  private static List<String> entries(String suffix) {
    return jar.stream().map(JarEntry::getName).filter(name -> name.endsWith(suffix)).toList();
  }

  private static int classFileVersion(String entry) throws IOException {
    try (DataInputStream in = new DataInputStream(jar.getInputStream(jar.getEntry(entry)))) {
      assertThat(in.readInt()).isEqualTo(0xcafebabe);
      in.readUnsignedShort();
      return in.readUnsignedShort();
    }
  }
}
