package no.grenselos.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule goes red over a class that breaks it on purpose: those whose name starts Wrong. */
class HouseRulesBreakTest {
  private static final JavaClasses WRONG =
      new ClassFileImporter()
          .withImportOption(location -> location.contains("/Wrong"))
          .importPackages("no.grenselos");

  private static final Map<String, String> CULPRITS =
      Map.ofEntries(
          Map.entry("floors", "no.grenselos.mention.WrongFloor"),
          Map.entry("no package circles", "no.grenselos.app.wrong.one.WrongCircle"),
          Map.entry(
              "adapters see no other adapter, no flow, no application",
              "no.grenselos.feed.wrong.WrongAdapter"),
          Map.entry("slack wall", "no.grenselos.app.wrong.one.WrongWalls"),
          Map.entry("teams wall", "no.grenselos.app.wrong.one.WrongWalls"),
          Map.entry("sql wall", "no.grenselos.app.wrong.one.WrongWalls"),
          Map.entry("kafka wall", "no.grenselos.app.wrong.one.WrongWalls"),
          Map.entry("model wall", "no.grenselos.app.wrong.one.WrongWalls"),
          Map.entry("chart wall", "no.grenselos.app.wrong.one.WrongWalls"),
          Map.entry("csv wall", "no.grenselos.app.wrong.one.WrongWalls"),
          Map.entry("calendar wall", "no.grenselos.app.wrong.one.WrongWalls"),
          Map.entry("yaml wall", "no.grenselos.app.wrong.one.WrongWalls"),
          Map.entry("spring wall", "no.grenselos.app.wrong.one.WrongWalls"),
          Map.entry("playground stands alone", "no.grenselos.playground.wrong.WrongGuest"),
          Map.entry("playground wall", "no.grenselos.app.wrong.one.WrongWalls"),
          Map.entry("bot-core has no framework", "no.grenselos.mention.WrongFloor"),
          Map.entry("time comes from a Clock", "no.grenselos.mention.WrongTime"),
          Map.entry("nobody sleeps in bot-core but the loop", "no.grenselos.mention.WrongTime"),
          Map.entry("no virtual threads, see RATIONALE.md", "no.grenselos.mention.WrongTime"),
          Map.entry("adapters show their provider only", "no.grenselos.feed.wrong.WrongAdapter"),
          Map.entry("names say something", "no.grenselos.app.wrong.two.WrongHelper"),
          Map.entry("null is marked", "no.grenselos.app.wrong.two"),
          Map.entry("only commands write to the terminal", "no.grenselos.mention.WrongTime"));

  @TestFactory
  Stream<DynamicTest> eachRuleGoesRed() {
    return HouseRules.all().entrySet().stream()
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.getKey(),
                () -> {
                  EvaluationResult result = rule.getValue().evaluate(WRONG);

                  assertThat(result.hasViolation()).isTrue();
                  assertThat(result.getFailureReport().getDetails())
                      .anyMatch(text -> text.contains(CULPRITS.get(rule.getKey())));
                }));
  }

  @Test
  void everyRuleHasItsCulprit() {
    assertThat(CULPRITS.keySet()).isEqualTo(HouseRules.all().keySet());
  }
}
