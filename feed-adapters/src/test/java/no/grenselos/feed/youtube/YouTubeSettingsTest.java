package no.grenselos.feed.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import org.junit.jupiter.api.Test;

class YouTubeSettingsTest {
  private static final String CHANNEL = "UClyngheiakraft000000000";
  private final Problems problems = new Problems("config/grenselos.yml");
  private final Map<String, Node> entries = new LinkedHashMap<>();

  @Test
  void everyMistakeIsShownAtOnceAtItsPlace() {
    write("channel", "lyngheiakraft", 5);
    write("videos", "https://youtu.be/x", 6);
    write("since", "9999d", 7);
    write("account", "UC", 8);
    write("units", "many", 9);
    write("video", "x", 10);

    read(false);

    assertThat(problems.found())
        .extracting(ConfigProblem::line)
        .containsExactlyInAnyOrder(5, 6, 7, 8, 9, 10);
  }

  @Test
  void nothingToReadIsAMistake() {
    read(false);

    assertThat(problems.found()).hasSize(1);
  }

  @Test
  void whatIsLeftOutHasADefault() {
    write("channel", CHANNEL, 5);

    YouTubeSettings read = read(false);

    assertThat(problems.found()).isEmpty();
    assertThat(read.account()).isEqualTo(CHANNEL);
    assertThat(read.since()).isEqualTo(Duration.ofHours(24));
    assertThat(read.pace().poll()).isEqualTo(Duration.ofMinutes(5));
    assertThat(read.unitsEach()).isEqualTo(9_500);
    assertThat(read.unitsForLooks()).isEqualTo(500);
  }

  @Test
  void placesShareTheUnitsThatAnswersLeave() {
    write("channel", CHANNEL, 5);
    write("client-id", "1-a", 6);
    entries.put(
        "videos",
        new Node.Sequence(
            List.of(new Node.Scalar("aaaaaaaaaaa", 7), new Node.Scalar("-_bbbbbbbbb", 8)), 7));

    assertThat(read(true).unitsEach()).isEqualTo(2_833);
    assertThat(read(true).places())
        .extracting(Place::id)
        .containsExactly(CHANNEL, "aaaaaaaaaaa", "-_bbbbbbbbb");
  }

  @Test
  void pollsThatTheUnitsCannotPayForAreAMistake() {
    write("channel", CHANNEL, 5);
    write("poll", "5s", 6);

    read(false);

    assertThat(problems.found()).hasSize(1);
    assertThat(problems.found().getFirst().line()).isEqualTo(6);
    assertThat(problems.found().getFirst().toString()).contains("17280").contains("10000");
  }

  private void write(String key, String value, int line) {
    entries.put(key, new Node.Scalar(value, line));
  }

  private YouTubeSettings read(boolean withToken) {
    Settings settings = new Settings(new Node.Mapping(entries, 4), "feeds[0].youtube", problems);
    return YouTubeSettings.read(settings, withToken);
  }
}
