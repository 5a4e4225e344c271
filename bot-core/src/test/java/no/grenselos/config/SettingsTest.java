package no.grenselos.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private final Problems problems = new Problems("config/routes.yml");

  @Test
  void anUnknownKeyIsReportedAtItsOwnLineWithTheNearestKnownOne() {
    Settings settings = settings("name", "heat", "wehn", "text:varme");

    settings.text("name");
    settings.optionalText("when");
    settings.finish();

    assertThat(said())
        .containsExactly("config/routes.yml:2 routes[2].wehn: unknown key; did you mean \"when\"?");
  }

  @Test
  void anUnknownKeyUnlikeAllOthersIsAnsweredWithTheKnownOnes() {
    Settings settings = settings("name", "heat", "favourite-colour", "blue");

    settings.text("name");
    settings.finish();

    assertThat(said()).singleElement().asString().endsWith("unknown key; known here: name");
  }

  @Test
  void aMissingTextIsReportedAtTheMappingsLine() {
    Settings settings = settings("lane", "care");

    String name = settings.text("name");

    assertThat(name).isEmpty();
    assertThat(said()).containsExactly("config/routes.yml:1 routes[2].name: is missing");
  }

  @Test
  void everyProblemIsKeptAndThrownTogether() {
    Settings settings =
        settings("a", "soon", "b", "many", "c", "maybe", "d", "Mars/Olympus", "e", "25:61");

    assertThat(settings.duration("a", Duration.ZERO)).isEqualTo(Duration.ZERO);
    assertThat(settings.number("b", 7)).isEqualTo(7);
    assertThat(settings.flag("c", true)).isTrue();
    assertThat(settings.zone("d", ZoneOffset.UTC)).isEqualTo(ZoneOffset.UTC);
    assertThat(settings.time("e", LocalTime.NOON)).isEqualTo(LocalTime.NOON);

    assertThat(problems.found()).extracting(ConfigProblem::line).containsExactly(1, 2, 3, 4, 5);
    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOfSatisfying(
            ConfigException.class, thrown -> assertThat(thrown.problems()).hasSize(5))
        .hasMessageContaining("it is \"soon\"")
        .hasMessageContaining("config/routes.yml:5 routes[2].e: must be a time of day");
  }

  @Test
  void timeSpansAreReadInAllFourUnits() {
    Settings settings = settings("a", "30s", "b", "45m", "c", "2h", "d", "7d");

    assertThat(settings.duration("a", Duration.ZERO)).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.duration("b", Duration.ZERO)).isEqualTo(Duration.ofMinutes(45));
    assertThat(settings.duration("c", Duration.ZERO)).isEqualTo(Duration.ofHours(2));
    assertThat(settings.optionalDuration("d")).contains(Duration.ofDays(7));
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void aNegativeOrUnitlessTimeSpanIsRefused() {
    Settings settings = settings("a", "-5m", "b", "15", "c", "m");

    settings.optionalDuration("a");
    settings.optionalDuration("b");
    settings.optionalDuration("c");

    assertThat(problems.found()).hasSize(3);
  }

  @Test
  void aSingleTextCountsAsAListOfOne() {
    assertThat(settings("tags", "lyngheia").texts("tags")).containsExactly("lyngheia");
  }

  @Test
  void aListOfMappingsNamesTheItemThatIsNone() {
    Node.Sequence list =
        new Node.Sequence(List.of(new Node.Mapping(Map.of(), 5), new Node.Scalar("oops", 6)), 4);
    Settings settings = new Settings(new Node.Mapping(Map.of("routes", list), 1), "", problems);

    assertThat(settings.parts("routes")).extracting(Settings::path).containsExactly("routes[0]");
    assertThat(said())
        .containsExactly("config/routes.yml:6 routes[1]: must be a mapping with keys");
  }

  @Test
  void aListWhereATextIsWantedIsOneProblemAndYieldsTheEmptyText() {
    Settings settings =
        new Settings(
            new Node.Mapping(Map.of("name", new Node.Sequence(List.of(), 3)), 1), "", problems);

    assertThat(settings.text("name", "otherwise")).isEqualTo("otherwise");
    assertThat(said())
        .containsExactly(
            "config/routes.yml:3 name: must be a single text, not a list or a mapping");
  }

  @Test
  void zonesAndTimesAreRead() {
    Settings settings = settings("zone", "Europe/Oslo", "from", "08:30");

    assertThat(settings.zone("zone", ZoneOffset.UTC)).isEqualTo(ZoneId.of("Europe/Oslo"));
    assertThat(settings.time("from", LocalTime.NOON)).isEqualTo(LocalTime.of(8, 30));
  }

  /** Keys and values in turn, each pair on a line of its own from line 1. */
  private Settings settings(String... keysAndValues) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      entries.put(keysAndValues[i], new Node.Scalar(keysAndValues[i + 1], i / 2 + 1));
    }
    return new Settings(new Node.Mapping(entries, 1), "routes[2]", problems);
  }

  private List<String> said() {
    return problems.found().stream().map(ConfigProblem::toString).toList();
  }
}
