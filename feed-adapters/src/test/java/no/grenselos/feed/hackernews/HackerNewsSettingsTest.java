package no.grenselos.feed.hackernews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import org.junit.jupiter.api.Test;

class HackerNewsSettingsTest {
  private final Problems problems = new Problems("config/grenselos.yml");
  private final Map<String, Node> entries = new LinkedHashMap<>();

  @Test
  void everyMistakeIsShownAtOnceAtItsPlace() {
    write("queries", "x".repeat(501), 5);
    write("since", "9999d", 6);
    write("search-api", "hn.algolia.com", 7);
    write("item-api", "ftp://x", 8);
    write("query", "x", 9);

    read();

    assertThat(problems.found())
        .extracting(ConfigProblem::line)
        .containsExactlyInAnyOrder(5, 6, 7, 8, 9);
  }

  @Test
  void nothingToLookForIsAMistake() {
    read();

    assertThat(problems.found()).hasSize(1);
  }

  @Test
  void whatIsLeftOutHasADefault() {
    write("queries", "lyngheia", 5);

    HackerNewsSettings read = read();

    assertThat(problems.found()).isEmpty();
    assertThat(read.since()).isEqualTo(Duration.ofDays(1));
    assertThat(read.searchApi().host()).isEqualTo("hn.algolia.com");
    assertThat(read.itemApi().host()).isEqualTo("hacker-news.firebaseio.com");
  }

  private void write(String key, String value, int line) {
    entries.put(key, new Node.Scalar(value, line));
  }

  private HackerNewsSettings read() {
    Settings settings = new Settings(new Node.Mapping(entries, 4), "feeds[0].hackernews", problems);
    return HackerNewsSettings.read(settings);
  }
}
