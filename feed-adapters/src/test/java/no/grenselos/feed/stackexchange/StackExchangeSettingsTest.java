package no.grenselos.feed.stackexchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import org.junit.jupiter.api.Test;

class StackExchangeSettingsTest {
  private final Problems problems = new Problems("config/grenselos.yml");
  private final Map<String, Node> entries = new LinkedHashMap<>();

  @Test
  void everyMistakeIsShownAtOnceAtItsPlace() {
    write("tags", "heat&pump", 5);
    write("site", "Stack Overflow", 6);
    write("since", "9999d", 7);
    write("api", "api.stackexchange.com", 8);
    write("tag", "x", 9);

    read();

    assertThat(problems.found())
        .extracting(ConfigProblem::line)
        .containsExactlyInAnyOrder(5, 6, 7, 8, 9);
  }

  @Test
  void nothingToReadIsAMistake() {
    read();

    assertThat(problems.found()).hasSize(1);
  }

  @Test
  void whatIsLeftOutHasADefault() {
    write("tags", "c++, c#", 5);

    StackExchangeSettings read = read();

    assertThat(problems.found()).isEmpty();
    assertThat(read.site()).isEqualTo("stackoverflow");
    assertThat(read.tags()).containsExactly("c++;c#");
    assertThat(read.pace().poll()).isEqualTo(Duration.ofMinutes(10));
  }

  private void write(String key, String value, int line) {
    entries.put(key, new Node.Scalar(value, line));
  }

  private StackExchangeSettings read() {
    Settings settings =
        new Settings(new Node.Mapping(entries, 4), "feeds[0].stackexchange", problems);
    return StackExchangeSettings.read(settings);
  }
}
