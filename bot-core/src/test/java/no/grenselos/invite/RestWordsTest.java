package no.grenselos.invite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestWordsTest {
  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  /** A Tuesday. */
  private static final Instant NOW = Instant.parse("2026-09-15T07:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "3d, 2026-09-18T07:00:00Z",
    "4h, 2026-09-15T11:00:00Z",
    "2 weeks, 2026-09-29T07:00:00Z",
    "i 2 uker, 2026-09-29T07:00:00Z",
    "until friday, 2026-09-17T22:00:00Z",
    "til fredag, 2026-09-17T22:00:00Z",
    "until tuesday, 2026-09-21T22:00:00Z",
    "til i morgen, 2026-09-15T22:00:00Z",
    "i dag, 2026-09-15T22:00:00Z",
    "TODAY, 2026-09-15T22:00:00Z",
    "denne uka, 2026-09-20T22:00:00Z",
    "until 2026-12-24, 2026-12-23T23:00:00Z",
    "'  until   monday ', 2026-09-20T22:00:00Z"
  })
  void momentIsRead(String words, Instant until) {
    assertThat(RestWords.read(words, NOW, OSLO)).contains(new RestWords(false, until));
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "av", " OFF "})
  void endIsRead(String words) {
    assertThat(RestWords.read(words, NOW, OSLO)).contains(new RestWords(true, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "until",
        "0d",
        "400d",
        "9999 weeks",
        "until 2020-01-01",
        "until 2036-01-01",
        "kanskje",
        "until 2026-02-30",
        "3",
        "d",
        "-3d",
        "until 999999999-12-31",
        "\u0000",
        "ø"
      })
  void whatSaysNoSuchThingIsNothing(String words) {
    assertThat(RestWords.read(words, NOW, OSLO)).isEmpty();
  }

  @Test
  void whateverIsSaidTheMomentIsWithinAYear() {
    Random random = new Random(11);
    List<String> words =
        List.of(
            "until",
            "til",
            "3",
            "d",
            "9999",
            "w",
            "friday",
            "fredag",
            "2026-10-01",
            "off",
            "i",
            "dag",
            "\uD83D",
            "٣",
            "uke",
            "");
    for (int i = 0; i < 20_000; i++) {
      StringBuilder said = new StringBuilder();
      for (int n = random.nextInt(4); n >= 0; n--) {
        said.append(words.get(random.nextInt(words.size())))
            .append(random.nextBoolean() ? " " : "");
      }

      RestWords.read(said.toString(), NOW, OSLO)
          .filter(read -> !read.over())
          .ifPresent(read ->
              assertThat(read.until())
                  .as("%s", said)
                  .isAfter(NOW)
                  .isBeforeOrEqualTo(NOW.plus(Duration.ofDays(366))));
    }
  }
}
