package no.grenselos.feed.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import org.junit.jupiter.api.Test;

class BlueskySettingsTest {
  private final Problems problems = new Problems("config/grenselos.yml");

  @Test
  void everyMistakeIsShownAtOnceAtItsPlace() {
    Map<String, Node> entries = new LinkedHashMap<>();
    entries.put("handle", new Node.Scalar("lyngheia", 5));
    entries.put("service", new Node.Scalar("ftp://x y", 6));
    entries.put("serach", new Node.Scalar("strøm", 7));

    read(entries);

    assertThat(problems.found()).extracting(ConfigProblem::line).contains(4, 5, 6, 7);
    assertThat(problems.found().toString()).contains("did you mean \"search\"");
  }

  @Test
  void theServiceIsBlueskyUnlessNamed() {
    Map<String, Node> entries = new LinkedHashMap<>();
    entries.put("handle", new Node.Scalar("@Lyngheia.Example", 5));
    entries.put("search", new Node.Scalar("strøm", 6));

    BlueskySettings settings = read(entries);

    assertThat(problems.found()).isEmpty();
    assertThat(settings.service()).hasToString("https://bsky.social/");
    assertThat(settings.handle()).isEqualTo("lyngheia.example");
  }

  private BlueskySettings read(Map<String, Node> entries) {
    return BlueskySettings.read(
        new Settings(new Node.Mapping(entries, 4), "feeds[0].bluesky", problems));
  }
}
