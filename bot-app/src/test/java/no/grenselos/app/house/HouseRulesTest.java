package no.grenselos.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** All our main classes keep all rules of the house. */
class HouseRulesTest {
  private static final ImportOption NO_TEST_JARS = location -> !location.contains("-tests.jar");
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(NO_TEST_JARS)
          .importPackages("no.grenselos");

  @TestFactory
  Stream<DynamicTest> theHouseKeepsItsRules() {
    return HouseRules.all().entrySet().stream()
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.getKey(), () -> rule.getValue().allowEmptyShould(true).check(MAIN)));
  }

  @Test
  void everyModuleIsLookedAt() {
    Set<String> packages = MAIN.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

    assertThat(packages)
        .containsAll(
            HouseRules.FLOORS.keySet().stream().map(name -> "no.grenselos." + name).toList())
        .contains("no.grenselos.app.config", "no.grenselos.app.web")
        .contains("no.grenselos.chat.slack", "no.grenselos.feed.mastodon")
        .contains("no.grenselos.encoder", "no.grenselos.playground", "no.grenselos.log.kafka");
  }
}
