package ai.automagik.tracing.bootstrap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the classes beside the application may touch. */
class BootstrapArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target/classes"));

  @Test
  void javaAloneIsUsed() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("ai.automagik.tracing.bootstrap", "java..")
        .check(CLASSES);
  }

  @Test
  void nothingIsLoadedThatSetsUpTheJvm() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.util.logging..", "java.nio.file..", "javax.management..", "java.util.function..")
        .check(CLASSES);
  }

  @Test
  void stdoutBelongsToTheApplication() {
    noClasses().should().accessField(System.class, "out").check(CLASSES);
  }
}
