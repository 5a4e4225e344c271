package no.grenselos.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Goal;
import no.grenselos.route.RuleBook;
import no.grenselos.ticket.CloseReason;
import no.grenselos.ticket.Ticket;

class PartsPropertyTest {
  private static final Instant START = Month.at(1, "00:00");
  private static final RuleBook BOOK =
      new RuleBook(
          1,
          new RuleBook.House(
              "x", Locale.ENGLISH, Month.OSLO, List.of(), "#x", Duration.ofMinutes(30)),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  @Property(tries = 60)
  void partsSumToTheWholeAndNothingIsMoreThanWhatItIsPartOf(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 500) int days) {
    Month month = new Month();
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) happens(month, random, days);
    LocalDate from = LocalDate.parse("2026-03-01");
    Instant now = START.plus(Duration.ofDays(random.nextInt(600)));

    Report report = month.report(BOOK, from.toString(), from.plusDays(days - 1L).toString(), now);

    Counts whole = report.whole().counts();
    assertThat(
            report.goals().stream()
                .map(row -> row.figures().counts())
                .reduce(Counts.NONE, Counts::plus))
        .isEqualTo(whole);
    assertThat(
            report.topics().stream()
                .map(row -> row.figures().counts())
                .reduce(Counts.NONE, Counts::plus))
        .isEqualTo(whole);
    assertThat(report.course().stream().reduce(Counts.NONE, Counts::plus)).isEqualTo(whole);
    assertThat(whole.worth()).isLessThanOrEqualTo(whole.posts());
    assertThat(whole.answered()).isLessThanOrEqualTo(whole.worth());
    assertThat(whole.kept()).isLessThanOrEqualTo(whole.promised());
    assertThat(whole.promised()).isLessThanOrEqualTo(whole.worth());
    report
        .whole()
        .waiting()
        .ifPresent(waiting -> assertThat(waiting.median()).isLessThanOrEqualTo(waiting.slow()));
    assertThat(report.replies().outside()).isLessThanOrEqualTo(report.replies().answers());
  }

  private static void happens(Month month, Random random, int days) {
    Instant at = START.plusSeconds(random.nextLong(days * 90_000L));
    TopicId topic = random.nextBoolean() ? new TopicId("t" + random.nextInt(3)) : null;
    if (random.nextInt(3) == 0) {
      month.ignored(at, topic);
      return;
    }
    Goal goal = random.nextBoolean() ? Goal.values()[random.nextInt(4)] : null;
    Ticket ticket = month.ticket(at, goal, topic);
    Instant then = at.plusSeconds(random.nextInt(9_000));
    if (random.nextBoolean())
      month.answered(ticket, "p" + random.nextInt(4), random.nextBoolean(), then);
    if (random.nextInt(4) == 0) month.closed(ticket, CloseReason.values()[random.nextInt(4)], then);
  }
}
