package no.grenselos.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import no.grenselos.insight.Range.Preset;
import no.grenselos.store.Statistics.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {
  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  private static Range range(String from, String to) {
    return new Range(LocalDate.parse(from), LocalDate.parse(to), OSLO);
  }

  @ParameterizedTest
  @CsvSource({
    "LAST_WEEK,    2026-03-02, 2026-03-08",
    "LAST_MONTH,   2026-02-01, 2026-02-28",
    "LAST_QUARTER, 2025-10-01, 2025-12-31",
    "LAST_YEAR,    2025-01-01, 2025-12-31"
  })
  void presetsAreTheLastWholeOnesInTheCompanysZone(Preset preset, String from, String to) {
    // a quarter past midnight on Monday 9 March in Oslo, still Sunday in London
    Instant now = Instant.parse("2026-03-08T23:15:00Z");

    assertThat(Range.of(preset, now, OSLO)).isEqualTo(range(from, to));
  }

  @Test
  void daysHaveTwentyThreeOrTwentyFiveHoursWhereTheClocksChange() {
    assertThat(length(range("2026-03-29", "2026-03-29").span())).isEqualTo(Duration.ofHours(23));
    assertThat(length(range("2026-10-25", "2026-10-25").span())).isEqualTo(Duration.ofHours(25));
    assertThat(length(range("2026-10-24", "2026-10-24").span())).isEqualTo(Duration.ofHours(24));
  }

  private static Duration length(Span span) {
    return Duration.between(span.from(), span.before());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 35, 36, 90, 400, 401, Range.MOST_DAYS})
  void slicesFollowEachOtherWithoutGapsAndAreFewEnoughForAChart(int days) {
    LocalDate from = LocalDate.parse("2026-03-04");
    Range range = new Range(from, from.plusDays(days - 1), OSLO);

    List<Range.Slice> slices = range.slices();

    assertThat(slices).hasSizeLessThanOrEqualTo(60);
    assertThat(slices.getFirst().span().from()).isEqualTo(range.span().from());
    assertThat(slices.getLast().span().before()).isEqualTo(range.span().before());
    for (int i = 1; i < slices.size(); i++)
      assertThat(slices.get(i).span().from()).isEqualTo(slices.get(i - 1).span().before());
  }

  @Test
  void weeksBeginOnMondaysAndTheOuterOnesAreCut() {
    List<LocalDate> firsts =
        range("2026-03-04", "2026-04-14").slices().stream().map(Range.Slice::from).toList();

    assertThat(firsts)
        .map(LocalDate::toString)
        .containsExactly(
            "2026-03-04",
            "2026-03-09",
            "2026-03-16",
            "2026-03-23",
            "2026-03-30",
            "2026-04-06",
            "2026-04-13");
  }

  @Test
  void theRangeBeforeIsAsLong() {
    assertThat(range("2026-03-09", "2026-03-15").before())
        .isEqualTo(range("2026-03-02", "2026-03-08"));
  }

  @Test
  void aRangeThatEndsBeforeItBeginsOrIsEndlessIsRefused() {
    assertThatThrownBy(() -> range("2026-03-02", "2026-03-01"))
        .hasMessageContaining("2026-03-02 to 2026-03-01, must be 1 to 1096 days");
    assertThatThrownBy(() -> range("2020-01-01", "2026-03-01"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
