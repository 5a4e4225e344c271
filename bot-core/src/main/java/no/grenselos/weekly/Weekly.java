package no.grenselos.weekly;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chart.ChartPainter;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Subject;
import no.grenselos.insight.Insights;
import no.grenselos.insight.Range;
import no.grenselos.insight.Report;
import no.grenselos.route.Reporting;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Timers;
import no.grenselos.work.Feature;
import no.grenselos.work.Showing;
import no.grenselos.work.Work;

/**
 * Tells a channel once a week how the last seven days went: one card over all nodes and restarts. A
 * week in which nothing came is not spoken of.
 */
public final class Weekly implements Feature.Obeys, Feature.Wakes, Feature.Shows {
  static final String KIND = "weekly";

  private final ChartPainter charts;

  public Weekly(ChartPainter charts) {
    this.charts = charts;
  }

  @Override
  public void obey(Work work) {
    RuleBook.House house = work.book().house();
    Reporting.Weekly wanted = house.reporting().weekly();
    if (wanted != null) set(work, wanted, house.zone(), work.now());
  }

  /** A moment of another wish stays set, and passes without a word. */
  private static void set(Work work, Reporting.Weekly wanted, ZoneId zone, Instant after) {
    Instant next = next(wanted, zone, after);
    if (work.books().timers().setOnce(KIND, id(wanted, zone), next))
      work.tell("weekly.due", null, next.toString());
  }

  private static String id(Reporting.Weekly wanted, ZoneId zone) {
    return wanted.day() + "-" + wanted.at() + "-" + zone;
  }

  /** The first such moment after this one; where the clocks leave it out, as much later. */
  static Instant next(Reporting.Weekly wanted, ZoneId zone, Instant after) {
    LocalDate day =
        LocalDate.ofInstant(after, zone).with(TemporalAdjusters.nextOrSame(wanted.day()));
    Instant moment = ZonedDateTime.of(day, wanted.at(), zone).toInstant();
    return moment.isAfter(after)
        ? moment
        : ZonedDateTime.of(day.plusWeeks(1), wanted.at(), zone).toInstant();
  }

  @Override
  public Set<String> timers() {
    return Set.of(KIND);
  }

  @Override
  public void wake(Work work, Timers.Timer timer) {
    RuleBook.House house = work.book().house();
    Reporting.Weekly wanted = house.reporting().weekly();
    if (wanted == null || !timer.id().equals(id(wanted, house.zone()))) return;
    set(work, wanted, house.zone(), work.now());
    LocalDate day = LocalDate.ofInstant(timer.due(), house.zone());
    Range week = week(day, house.zone());
    if (new Insights(work.books(), work.book(), work.now()).posts(week) == 0) return;
    work.place(new Subject.Thing(KIND, day.toString()), work.channel(wanted.channel()));
    work.note(Work.GRENSELOS, "weekly.written", null, wanted.channel() + " " + day);
  }

  /** The seven days before that one. */
  static Range week(LocalDate day, ZoneId zone) {
    return new Range(day.minusDays(7), day.minusDays(1), zone);
  }

  @Override
  public Set<String> things() {
    return Set.of(KIND);
  }

  @Override
  public Optional<Showing> show(Look look, Placement card) {
    return card.subject()
        .thing(KIND)
        .map(thing -> {
          RuleBook book = look.rules().book();
          LocalDate day = LocalDate.parse(thing.id());
          Insights insights = new Insights(look.books(), book, look.now());
          Range week = week(day, book.house().zone());
          Report last = insights.report(week).withoutPeople();
          long before = insights.posts(week.before());
          return Showing.of(new WeekCard(last, before, book, card.locale()).card(charts));
        });
  }
}
