package no.grenselos.feed.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Source;
import org.junit.jupiter.api.Test;

class XSettingsTest {
  private final Problems problems = new Problems("config/grenselos.yml");
  private final Map<String, Node> entries = new LinkedHashMap<>();

  @Test
  void everyMistakeIsShownAtOnceAtItsPlace() {
    write("search", "x".repeat(513), 5);
    write("user-id", "lyngheia", 6);
    write("account", "two words", 7);
    write("api", "api.x.com", 8);
    write("poll", "0s", 9);
    write("timeout", "0s", 10);
    write("serach", "x", 11);

    XSettings read = read();

    assertThat(problems.found())
        .extracting(ConfigProblem::line)
        .containsExactlyInAnyOrder(5, 6, 7, 8, 9, 10, 11);
    assertThat(read.pace().timeout()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void nothingToReadIsAMistake() {
    read();

    assertThat(problems.found()).hasSize(1);
  }

  @Test
  void aStreamNeedsASearch() {
    write("user-id", "123", 5);
    write("stream", "true", 6);

    XSettings unused = read();

    assertThat(problems.found()).extracting(ConfigProblem::line).containsExactly(6);
  }

  @Test
  void aWebhookIsEnough() {
    write("webhook", "true", 5);

    assertThat(read().webhook()).isTrue();
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void oneEntryOnlyMayListen() {
    FeedContext context = new FeedContext(Clock.systemUTC(), name -> Optional.empty(), false);
    XFeedProvider provider = new XFeedProvider();
    write("search", "one", 5);
    write("stream", "true", 6);

    Source first = provider.open("first", settings(), context);
    assertThat(problems.found()).isEmpty();
    Source second = provider.open("second", settings(), context);

    assertThat(problems.found()).extracting(ConfigProblem::line).containsExactly(6);
    assertThat(problems.found().toString()).contains("`first` listens already");
    assertThat(first.feeds()).hasSameSizeAs(second.feeds());
  }

  @Test
  void theConfigurationReadAgainListensAgain() {
    XFeedProvider provider = new XFeedProvider();
    write("search", "one", 5);
    write("stream", "true", 6);
    for (String name : new String[] {"first", "renamed"}) {
      FeedContext context = new FeedContext(Clock.systemUTC(), none -> Optional.empty(), false);

      Source unused = provider.open(name, settings(), context);
    }

    assertThat(problems.found()).isEmpty();
  }

  @Test
  void whatIsLeftOutHasADefault() {
    write("user-id", "123", 5);

    XSettings read = read();

    assertThat(problems.found()).isEmpty();
    assertThat(read.api()).hasToString("https://api.x.com/");
    assertThat(read.pace().poll()).isEqualTo(Duration.ofMinutes(1));
    assertThat(read.account()).isEmpty();
  }

  private void write(String key, String value, int line) {
    entries.put(key, new Node.Scalar(value, line));
  }

  private XSettings read() {
    return XSettings.read(settings());
  }

  private Settings settings() {
    return new Settings(new Node.Mapping(entries, 4), "feeds[0].x", problems);
  }
}
