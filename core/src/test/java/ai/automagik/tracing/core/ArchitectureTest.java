package ai.automagik.tracing.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of the packages, and what each of them may touch. */
class ArchitectureTest {
  /** Each may use those before it. */
  private static final List<String> LAYERS =
      List.of("config", "trace", "instrumentation", "weaving", "pipeline", "export");

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target/classes"));

  @Test
  void everyLayerIsLookedAt() {
    for (String layer : LAYERS) {
      assertThat(CLASSES.that(resideInAPackage(core(layer)))).isNotEmpty();
    }
  }

  @Test
  void everyClassOfCoreIsInALayer() {
    classes()
        .should()
        .resideInAnyPackage(LAYERS.stream().map(ArchitectureTest::core).toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void aPackageUsesOnlyThoseBeforeIt() {
    for (int i = 0; i < LAYERS.size() - 1; i++) {
      String[] later =
          LAYERS.subList(i + 1, LAYERS.size()).stream()
              .map(ArchitectureTest::core)
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(core(LAYERS.get(i)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later)
          .check(CLASSES);
    }
    slices().matching("ai.automagik.tracing.core.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void coreKnowsNoFrameworkAndNoReader() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "ai.automagik.tracing.store..",
            "ai.automagik.tracing.viewer..",
            "ai.automagik.tracing.agent..",
            "ai.automagik.tracing.instrumentation..",
            "ai.automagik.tracing.bootstrap..",
            "dev.langchain4j..",
            "io.opentelemetry..")
        .check(CLASSES);
  }

  @Test
  void queuesAreUsedInOneClass() {
    onlyIn("ai.automagik.tracing.core.pipeline.Stage", "org.jctools..");
  }

  @Test
  void classFilesAreWovenInOnePackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage(core("weaving"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.objectweb.asm..")
        .check(CLASSES);
    noClasses().should().dependOnClassesThat().resideInAPackage("net.bytebuddy..").check(CLASSES);
  }

  @Test
  void jsonIsWrittenInExportOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("ai.automagik.tracing.core.export")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tools.jackson..")
        .check(CLASSES);
  }

  @Test
  void theWayFromPremainLoadsNothingThatSetsUpTheJvm() {
    noClasses()
        .that()
        .resideInAnyPackage(core("config"), core("instrumentation"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "java.nio.file..", "javax.management..")
        .check(CLASSES);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "javax.management..", "java.lang.management..")
        .check(CLASSES);
  }

  @Test
  void filesAreTouchedByTheSpoolAndTheCacheOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(core("export"))
        .and()
        .doNotHaveFullyQualifiedName("ai.automagik.tracing.core.weaving.WovenClassCache")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.nio.file..")
        .check(CLASSES);
  }

  @Test
  void nobodyPrints() {
    noClasses().should().accessField(System.class, "out").check(CLASSES);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("ai.automagik.tracing.core.config.Notices")
        .should()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void nobodyChangesTheApplicationsJvm() {
    noClasses()
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(System.class, "setProperty", String.class, String.class)
        .orShould()
        .callMethod(System.class, "setErr", PrintStream.class)
        .check(CLASSES);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameContaining("Util")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .check(CLASSES);
  }

  private static void onlyIn(String owner, String library) {
    noClasses()
        .that(
            describe(
                "are not " + owner,
                type -> !type.getName().equals(owner) && !type.getName().startsWith(owner + "$")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
    assertThat(CLASSES.get(owner).getDirectDependenciesFromSelf())
        .anyMatch(each -> resideInAnyPackage(library).test(each.getTargetClass()));
  }

  private static String core(String layer) {
    return "ai.automagik.tracing.core." + layer;
  }
}
