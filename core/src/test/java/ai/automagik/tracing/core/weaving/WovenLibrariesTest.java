package ai.automagik.tracing.core.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.instrumentation.Hook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Every method of whole libraries is woven, and the JVM's verifier looks at it. */
class WovenLibrariesTest {
  private static final String ADVICE = "ai.automagik.tracing.core.weaving.advice.";

  @ParameterizedTest
  @ValueSource(
      classes = {
        com.google.protobuf.Message.class,
        tools.jackson.core.JsonParser.class,
        picocli.CommandLine.class // compiled for Java 5
      })
  void theVerifierAcceptsEveryMethod(Class<?> ofLibrary) throws Exception {
    Path jar = Path.of(ofLibrary.getProtectionDomain().getCodeSource().getLocation().toURI());
    assertThat(refused(jar)).isEmpty();
  }

  private static List<String> refused(Path jar) throws Exception {
    Map<String, byte[]> classFiles = new HashMap<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().toList()) {
        if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF")) {
          try (InputStream in = file.getInputStream(entry)) {
            classFiles.put(entry.getName().replace(".class", ""), in.readAllBytes());
          }
        }
      }
    }
    List<String> refused = new ArrayList<>();
    Library library = new Library(classFiles, refused);
    for (String name : new TreeSet<>(classFiles.keySet())) {
      try {
        library.loadClass(name.replace('/', '.')).getDeclaredMethods(); // links, and so verifies
      } catch (VerifyError | ClassFormatError wrong) {
        refused.add(name + ": " + wrong.getMessage());
      } catch (NoClassDefFoundError | ClassNotFoundException needsAnotherLibrary) {
        // It cannot be loaded without the agent either.
      }
    }
    assertThat(library.woven).isGreaterThan(100);
    return refused;
  }

  /** Weaves its classes as they are loaded. */
  private static final class Library extends ClassLoader {
    private final Map<String, byte[]> classFiles;
    private final List<String> refused;
    private final AdviceWeaver weaver;
    private int woven;

    Library(Map<String, byte[]> classFiles, List<String> refused) throws Exception {
      super(WovenLibrariesTest.class.getClassLoader());
      this.classFiles = classFiles;
      this.refused = refused;
      this.weaver = new AdviceWeaver(TestDispatcher.dispatcher());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        byte[] classFile = classFiles.get(name.replace('.', '/'));
        return classFile == null ? super.loadClass(name, resolve) : define(name, classFile);
      }
    }

    private Class<?> define(String name, byte[] classFile) {
      byte[] woven = null;
      try {
        woven = weaver.weave(this, name.replace('.', '/'), classFile, hooks(classFile, name));
      } catch (IOException | RuntimeException failure) {
        refused.add(name + " is not woven: " + failure);
      }
      if (woven == null) {
        return defineClass(name, classFile, 0, classFile.length);
      }
      this.woven++;
      return defineClass(name, woven, 0, woven.length);
    }

    private static List<Hook> hooks(byte[] classFile, String className) {
      List<Hook> hooks = new ArrayList<>();
      new ClassReader(classFile)
          .accept(
              new ClassVisitor(Opcodes.ASM9) {
                @Override
                public MethodVisitor visitMethod(
                    int access, String name, String type, String signature, String[] thrown) {
                  boolean constructor = name.equals("<init>");
                  if (!name.equals("<clinit>")) {
                    hooks.add(hook(name, constructor ? "MadeAdvice" : "EverythingAdvice"));
                  }
                  if (!constructor && name.length() % 4 == 0) {
                    hooks.add(hook(name, "NotingAdvice"));
                  }
                  return null;
                }

                private Hook hook(String method, String advice) {
                  return new Hook("all", className, false, method, List.of("*"), ADVICE + advice);
                }
              },
              ClassReader.SKIP_CODE);
      return hooks;
    }
  }
}
