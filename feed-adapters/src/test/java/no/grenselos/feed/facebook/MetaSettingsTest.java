package no.grenselos.feed.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Secret;
import no.grenselos.config.Settings;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Source;
import org.junit.jupiter.api.Test;

class MetaSettingsTest {
  private static final Set<String> ALL =
      Set.of("FACEBOOK_PAGE_TOKEN", "FACEBOOK_APP_SECRET", "FACEBOOK_VERIFY_TOKEN");
  private final Problems problems = new Problems("config/grenselos.yml");
  private final Map<String, Node> entries = new LinkedHashMap<>();

  private void write(String key, String value, int line) {
    entries.put(key, new Node.Scalar(value, line));
  }

  private Settings settings() {
    return new Settings(new Node.Mapping(entries, 4), "feeds[0].facebook", problems);
  }

  private static FeedContext context(Set<String> set) {
    return new FeedContext(
        Clock.systemUTC(),
        name -> Optional.of(new Secret("x")).filter(secret -> set.contains(name)),
        false);
  }

  @Test
  void everyMistakeIsShownAtOnceAtItsPlace() {
    write("page", "lyngheiakraft", 5);
    write("version", "27", 6);
    write("since", "9999d", 7);
    write("watch", "9999d", 8);
    write("token", "OTHER_TOKEN", 9);
    write("instagram", "17", 10);

    Source source = new FacebookFeedProvider().open("fb", settings(), context(ALL));

    assertThat(problems.found())
        .extracting(ConfigProblem::line)
        .containsExactlyInAnyOrder(5, 6, 7, 8, 9, 10);
    assertThat(source.feeds()).isEmpty();
  }

  @Test
  void whatIsMissingIsSaid() {
    new InstagramFeedProvider().open("ig", settings(), context(Set.of()));

    assertThat(problems.found())
        .extracting(ConfigProblem::text)
        .containsExactlyInAnyOrder(
            "is missing: give the number of our account",
            "the environment variable FACEBOOK_PAGE_TOKEN is not set",
            "the environment variable FACEBOOK_APP_SECRET is not set",
            "the environment variable FACEBOOK_VERIFY_TOKEN is not set");
  }

  @Test
  void whatIsLeftOutHasADefault() {
    write("page", "500", 5);

    MetaSettings read = MetaSettings.read(settings(), "page", context(ALL));

    assertThat(problems.found()).isEmpty();
    assertThat(read.version()).isEqualTo("v27.0");
    assertThat(read.api()).hasToString("https://graph.facebook.com/");
    assertThat(read.since()).isEqualTo(Duration.ofHours(24));
    assertThat(read.watch()).isEqualTo(Duration.ofDays(30));
    assertThat(read.pace().poll()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void theFeedsNameIsLongerThanTheDoors() {
    write("page", "500", 5);

    Source source = new FacebookFeedProvider().open("fb", settings(), context(ALL));

    assertThat(source.feeds()).extracting(Feed::name).containsExactly("fb@500");
    assertThat(source.inlet().orElseThrow().name()).isEqualTo("fb");
  }
}
