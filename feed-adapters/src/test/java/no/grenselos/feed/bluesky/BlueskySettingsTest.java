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

  @Test
  void mistakesOfTheStreamAreShownAtTheirPlaceToo() {
    Map<String, Node> stream = new LinkedHashMap<>();
    stream.put("hosts", new Node.Scalar("jetstream.example/elsewhere", 7));
    stream.put("words", new Node.Scalar("*", 8));
    stream.put("wrods", new Node.Scalar("x", 9));
    Map<String, Node> entries = new LinkedHashMap<>();
    entries.put("handle", new Node.Scalar("lyngheia.example", 5));
    entries.put("jetstream", new Node.Mapping(stream, 6));

    read(entries);

    assertThat(problems.found()).extracting(ConfigProblem::line).containsExactly(7, 8, 9);
    assertThat(problems.found().toString()).contains("did you mean \"words\"");
  }

  @Test
  void theStreamIsBlueskysOwnUnlessNamed() {
    Map<String, Node> entries = new LinkedHashMap<>();
    entries.put("handle", new Node.Scalar("lyngheia.example", 5));
    entries.put("jetstream", new Node.Mapping(Map.of("words", new Node.Scalar("lyngheia", 6)), 6));

    BlueskySettings settings = read(entries);

    assertThat(problems.found()).isEmpty();
    assertThat(settings.jetstream().orElseThrow().hosts()).hasSize(4);
  }

  private BlueskySettings read(Map<String, Node> entries) {
    return BlueskySettings.read(
        new Settings(new Node.Mapping(entries, 4), "feeds[0].bluesky", problems));
  }
}
