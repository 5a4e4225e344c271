package no.grenselos.feed.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import org.junit.jupiter.api.Test;

class RedditSettingsTest {
  private final Problems problems = new Problems("config/grenselos.yml");

  @Test
  void everyMistakeIsShownAtOnceAtItsPlace() {
    Map<String, Node> entries = new LinkedHashMap<>();
    entries.put("client-id", new Node.Scalar("abc", 4));
    entries.put("user-agent", new Node.Scalar("Java", 5));
    entries.put("subreddits", new Node.Scalar("r/nor ge", 6));
    entries.put("serach", new Node.Scalar("varme", 7));
    entries.put("account", new Node.Scalar("a b", 8));

    read(entries);

    assertThat(problems.found()).extracting(ConfigProblem::line).contains(5, 6, 7, 8);
    assertThat(problems.found().toString()).contains("did you mean \"search\"");
  }

  @Test
  void aCallerWithoutNameOrAppOrAnythingToReadIsAMistake() {
    read(Map.of());

    assertThat(problems.found()).hasSize(3);
    assertThat(problems.found().toString()).contains("user-agent").contains("client-id");
  }

  @Test
  void commentsOfAllOfRedditCannotBeRead() {
    Map<String, Node> entries = new LinkedHashMap<>();
    entries.put("client-id", new Node.Scalar("abc", 4));
    entries.put("user-agent", new Node.Scalar("linux:example.lyngheia:v1", 5));
    entries.put("comments", new Node.Scalar("true", 6));

    read(entries);

    assertThat(problems.found()).singleElement().satisfies(p -> assertThat(p.line()).isEqualTo(6));
  }

  private void read(Map<String, Node> entries) {
    RedditSettings.read(new Settings(new Node.Mapping(entries, 4), "feeds[0].reddit", problems));
  }
}
