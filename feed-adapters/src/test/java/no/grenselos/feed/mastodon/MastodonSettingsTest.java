package no.grenselos.feed.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import org.junit.jupiter.api.Test;

class MastodonSettingsTest {
  private final Problems problems = new Problems("config/grenselos.yml");

  @Test
  void everyMistakeIsShownAtOnceAtItsPlace() {
    Map<String, Node> entries = new LinkedHashMap<>();
    entries.put("server", new Node.Scalar("ftp://fjord.example", 5));
    entries.put("hashtags", new Node.Scalar("bad-tag a b c d", 6));
    entries.put("notifcations", new Node.Scalar("true", 7));
    entries.put("poll", new Node.Scalar("often", 8));

    read(entries);

    assertThat(problems.found()).extracting(ConfigProblem::line).contains(5, 6, 7, 8);
    assertThat(problems.found().toString())
        .contains("did you mean \"notifications\"")
        .contains("at most 4 hashtags");
  }

  @Test
  void nothingToReadIsAMistake() {
    read(Map.of("server", new Node.Scalar("fjord.example", 1)));

    assertThat(problems.found()).hasSize(1);
  }

  @Test
  void aServerMayBeNamedWithoutScheme() {
    Map<String, Node> entries = new LinkedHashMap<>();
    entries.put("server", new Node.Scalar("fjord.example", 1));
    entries.put("hashtags", new Node.Scalar("#varme #kulde", 2));

    MastodonSettings settings = read(entries);

    assertThat(settings.server()).hasToString("https://fjord.example/");
    assertThat(settings.groups()).containsExactly(List.of("varme", "kulde"));
    assertThat(problems.found()).isEmpty();
  }

  private MastodonSettings read(Map<String, Node> entries) {
    return MastodonSettings.read(
        new Settings(new Node.Mapping(entries, 4), "feeds[0].mastodon", problems));
  }
}
