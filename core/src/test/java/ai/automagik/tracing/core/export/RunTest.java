package ai.automagik.tracing.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        // main classes
        "com.acme.Main, classes, com.acme.Main",
        "com.acme.Main --key x, classes:lib/a.jar, com.acme.Main",
        "com.acme.Main --password=a/b --with lib.jar c, classes, com.acme.Main",
        "com.acme.Main /data/x.jar y, `` , com.acme.Main",
        "Main, . , Main",
        // modules
        "shop/com.acme.Main secret.jar x, `` , shop/com.acme.Main",
        "jdk.compiler/com.sun.tools.javac.launcher.Main Shop.java key, `` , jdk.compiler/com.sun.tools.javac.launcher.Main",
        // jars
        "/opt/shop.jar, /opt/shop.jar, /opt/shop.jar",
        "/opt/shop.jar --key x.jar y, /opt/shop.jar, /opt/shop.jar",
        "/opt/shop.jar --key x, /opt/shop.jar:/opt/automagik-tracing.jar, /opt/shop.jar",
        "/opt/shop.war --secret=x lib.jar z, /opt/shop.war, /opt/shop.war",
        "/opt/my apps/shop.jar, /opt/my apps/shop.jar, /opt/my apps/shop.jar",
        "/opt/my apps/shop.jar --key x, /opt/my apps/shop.jar, /opt/my apps/shop.jar",
        "my shop.jar x, my shop.jar:agent.jar, my shop.jar",
        "/opt/shop.jar2 x, /opt/shop.jar, /opt/shop.jar2",
        // launchers that start the JVM by themselves
        "`` , `` , java",
        "`   ` , classes, java",
      })
  void commandIsTheMainClassOrTheJarWithoutArguments(
      String javaCommand, String classPath, String command) {
    assertThat(Run.command(javaCommand, classPath.replace(':', File.pathSeparatorChar)))
        .isEqualTo(command);
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.Main, Main",
    "Main, Main",
    "com.acme.Outer$Main, Outer$Main",
    "shop/com.acme.Main, Main",
    "/opt/shop.jar, shop",
    "/opt/my apps/shop-1.2.jar, shop-1.2",
    "C:\\apps\\shop.jar, shop",
    "shop.jar, shop",
    "java, java",
  })
  void simpleNameIsTheLastPartOfTheCommand(String command, String name) {
    assertThat(Run.simpleName(command)).isEqualTo(name);
  }

  @Test
  void theRunOfThisJvm() {
    Run run = Run.ofThisJvm(null, "0.1.0");

    assertThat(run.pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(run.id()).matches("\\d{8}-\\d{6}-" + run.pid() + "-[0-9a-f]{4}");
    assertThat(run.javaVersion()).isEqualTo(System.getProperty("java.version"));
    assertThat(run.service()).isEqualTo(Run.simpleName(run.command()));
    assertThat(run.startedEpochMillis()).isPositive();
  }

  @Test
  void aServiceNameGoesBeforeTheCommand() {
    assertThat(Run.ofThisJvm("shop", "0.1.0").service()).isEqualTo("shop");
  }
}
