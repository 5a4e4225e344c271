package no.grenselos.insight;

import static no.grenselos.insight.Month.BILLS;
import static no.grenselos.insight.Month.PUMPS;
import static no.grenselos.insight.Month.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.calendar.DaysOff;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Hours;
import no.grenselos.lesson.Lesson;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Goal;
import no.grenselos.route.Money;
import no.grenselos.route.Reporting;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Statistics.Declined;
import no.grenselos.store.Statistics.Replies;
import no.grenselos.store.Thanks;
import no.grenselos.ticket.CloseReason;
import no.grenselos.ticket.Effect;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.Ticket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** March 2026 at a small company, made by hand so that every number can be counted by hand. */
class ReportTest {
  private static final Instant APRIL = Instant.parse("2026-04-05T10:00:00Z");

  private final Month month = new Month();
  private Report march;

  /**
   * Ten posts. Sell/pumps: answered after 10 min and 50 min (kept) and 90 min (broken), and one
   * that nobody answered (broken). Cut costs/bills: answered after 4 min, one not worth it, one
   * joined. Three that nobody needed to see, one of them about pumps. One more comes in April.
   */
  @BeforeEach
  void fill() {
    Ticket first = month.ticket(at(2, "09:00"), Goal.SELL, PUMPS);
    month.answered(first, "ana", false, at(2, "09:10"));
    Ticket second = month.ticket(at(3, "09:00"), Goal.SELL, PUMPS);
    month.answered(second, "ana", false, at(3, "09:50"));
    Ticket third = month.ticket(at(10, "09:00"), Goal.SELL, PUMPS);
    month.answered(third, "rag", true, at(10, "10:30"));
    Ticket silent = month.ticket(at(31, "23:59"), Goal.SELL, PUMPS);
    Ticket bill = month.ticket(at(20, "12:00"), Goal.CUT_COSTS, BILLS);
    month.answered(bill, "ben", false, at(20, "12:04"));
    month.closed(
        month.ticket(at(21, "12:00"), Goal.CUT_COSTS, BILLS),
        CloseReason.NOT_WORTH_ANSWERING,
        at(21, "13:30"));
    month.closed(
        month.ticket(at(22, "12:00"), Goal.CUT_COSTS, BILLS), CloseReason.MERGED, at(22, "12:01"));
    month.ignored(at(1, "00:00"), PUMPS);
    month.ignored(at(15, "12:00"), null);
    month.ignored(at(15, "12:01"), null);
    month.ignored(Instant.parse("2026-03-31T22:00:00Z"), PUMPS);
    month.thanked(first, Thanks.Kind.THANKS, at(2, "10:00"));
    month.thanked(bill, Thanks.Kind.OTHERS_LIKE, at(20, "18:00"));
    month.thanked(bill, Thanks.Kind.AUTHOR_LIKES, at(20, "18:00"));
    month.asked(first, "ana", at(2, "09:00"), OfferEnd.CLAIMED);
    month.asked(second, "ana", at(3, "09:00"), OfferEnd.CLAIMED);
    month.asked(third, "ben", at(10, "09:00"), OfferEnd.PASSED);
    month.asked(third, "siri", at(10, "09:05"), OfferEnd.AWAY);
    month.asked(third, "ana", at(10, "09:10"), OfferEnd.LAPSED);
    month.asked(silent, "siri", at(31, "23:59"), null);
    month.declined(third, Lesson.Kind.PASSED, at(10, "09:03"));
    month.declined(third, Lesson.Kind.LAPSED, at(10, "09:40"));
    march = month.report(book(Money.NONE), "2026-03-01", "2026-03-31", APRIL);
  }

  @Test
  void postsAreCountedByGoalWithWhatBecameOfThem() {
    assertThat(march.whole().counts()).isEqualTo(new Counts(10, 6, 4, 5, 3));
    assertThat(goal(Goal.SELL).counts()).isEqualTo(new Counts(4, 4, 3, 4, 2));
    assertThat(goal(Goal.CUT_COSTS).counts()).isEqualTo(new Counts(3, 2, 1, 1, 1));
    assertThat(march.goals())
        .map(row -> row.goal().map(Goal::name).orElse("none"))
        .containsExactly("SELL", "CUT_COSTS", "none");
    assertThat(march.goals().getLast().figures().counts()).isEqualTo(new Counts(3, 0, 0, 0, 0));
  }

  private Figures goal(Goal goal) {
    return month.of(march, goal).orElseThrow().figures();
  }

  @Test
  void topicsComeWithMostPostsFirstAndThoseAboutNothingLast() {
    assertThat(march.topics())
        .map(row -> row.topic().map(TopicId::id).orElse("none"))
        .containsExactly("heat-pumps", "bills", "none");
    assertThat(march.topics().getFirst().figures().counts().posts()).isEqualTo(5);
  }

  @Test
  void timesToTheFirstAnswerAreTheMedianAndTheSlowestOfNineInTen() {
    assertThat(goal(Goal.SELL).waiting())
        .contains(new Waiting(Duration.ofMinutes(50), Duration.ofMinutes(90)));
    assertThat(march.whole().waiting())
        .contains(new Waiting(Duration.ofMinutes(10), Duration.ofMinutes(90)));
    assertThat(march.goals().getLast().figures().waiting()).isEmpty();
  }

  @Test
  void theCourseIsByDayInTheCompanysZoneAndSumsToTheWhole() {
    assertThat(march.course()).hasSize(31);
    assertThat(march.course().getFirst().posts()).isEqualTo(1);
    assertThat(march.course().get(14).posts()).isEqualTo(2);
    assertThat(march.course().getLast()).isEqualTo(new Counts(1, 1, 0, 1, 0));
    assertThat(march.course().stream().reduce(Counts.NONE, Counts::plus))
        .isEqualTo(march.whole().counts());
  }

  @Test
  void whatCameBackIsToldByGoal() {
    assertThat(goal(Goal.SELL).backs()).isEqualTo(Map.of(Thanks.Kind.THANKS, 1L));
    assertThat(goal(Goal.CUT_COSTS).backs())
        .isEqualTo(Map.of(Thanks.Kind.OTHERS_LIKE, 1L, Thanks.Kind.AUTHOR_LIKES, 1L));
  }

  @Test
  void nudgesTellHowWellWeAimAndWhereANoComesFrom() {
    assertThat(march.sent()).isEqualTo(4);
    assertThat(march.taken()).isEqualTo(2);
    assertThat(march.declined())
        .containsExactly(
            new Declined(Lesson.Kind.LAPSED, PUMPS, 1), new Declined(Lesson.Kind.PASSED, PUMPS, 1));
  }

  @Test
  void answersFromOutsideCommunicationsNewcomersAndThoseWhoReturnAreCounted() {
    // ana returned; ben and rag have until mid April
    assertThat(march.replies()).isEqualTo(new Replies(4, 4, 3, 3, 3, 1, 2));
  }

  @Test
  void interruptionsAreByNameAndNotByCountAndOnlyForThoseWhoRunTheProduct() {
    assertThat(march.loads()).map(Load::name).containsExactly("Ana Moen", "Ben Dahl", "siri");
    assertThat(march.loads())
        .map(Load::months)
        .containsExactly(List.of(3L), List.of(1L), List.of(1L));
    assertThat(march.loads())
        .map(Load::health)
        .containsExactly(Load.Health.WATCH, Load.Health.GOOD, Load.Health.GOOD);
    assertThat(march.withoutPeople().loads()).isEmpty();
    assertThat(tables(march.withoutPeople()).keys()).doesNotContain("loads");
  }

  @Test
  void boundsOfInterruptionsAreTwoSevenAndNineteen() {
    assertThat(List.of(2L, 3L, 6L, 7L, 18L, 19L))
        .map(times -> new Load("x", "x", List.of(0L, times)).health())
        .containsExactly(
            Load.Health.GOOD,
            Load.Health.WATCH,
            Load.Health.WATCH,
            Load.Health.BAD,
            Load.Health.BAD,
            Load.Health.BURNOUT);
  }

  @Test
  void coverageNamesTopicsThatHangOnOneOrNobody() {
    assertThat(march.coverage()).containsExactly(new Cover(BILLS, 3, 0), new Cover(PUMPS, 5, 2));
    assertThat(march.coverage()).map(Cover::thin).containsExactly(true, false);
  }

  @Test
  void moneyIsTheFormulaWithTheCompanysNumbersAndNothingWhileOneIsMissing() {
    Money money =
        new Money(
            "kr",
            Map.of(
                Goal.SELL,
                    Map.of(
                        Money.Factor.CONVERSION, new BigDecimal("2.5"),
                        Money.Factor.SALE_VALUE, new BigDecimal("9000")),
                Goal.CUT_COSTS, Map.of(Money.Factor.MINUTES_SAVED, new BigDecimal("12"))));

    Report report = month.report(book(money), "2026-03-01", "2026-03-31", APRIL);

    assertThat(report.worths())
        .map(Worth::sum)
        .containsExactly(
            Optional.of(new BigDecimal("675")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Table table =
        new Tables(report, Naming.of(book(money), Locale.ENGLISH)).table("money").orElseThrow();
    assertThat(table.rows().getFirst().get(1))
        .isEqualTo(Cell.words("3 answers × 2.5 % who buy × 9,000 a sale"));
    assertThat(table.rows().get(1))
        .isEqualTo(
            List.of(
                Cell.words("Cut costs"),
                Cell.words("1 answer × 12 minutes saved / 60 × ? an hour"),
                new Cell.Nothing()));
  }

  @Test
  void whatWasToldGoesBeforeWhatIsAssumed() {
    Month told = new Month();
    List<Effect> effects = List.of(Effect.SALE, Effect.SALE, Effect.LEAD, Effect.NOTHING);
    for (int day = 1; day <= 8; day++) {
      Ticket ticket = told.ticket(at(day, "09:00"), Goal.SELL, day % 2 == 0 ? PUMPS : BILLS);
      told.answered(ticket, "ana", false, at(day, "09:10"));
      if (day <= 4) told.told(ticket, effects.get(day - 1));
    }
    Ticket unhappy = told.ticket(at(9, "09:00"), Goal.SATISFACTION, PUMPS);
    told.answered(unhappy, "ana", false, at(9, "09:10"));
    told.told(unhappy, Effect.UNHAPPY);
    Money money =
        new Money(
            "kr",
            Map.of(
                Goal.SELL,
                Map.of(
                    Money.Factor.CONVERSION, new BigDecimal("2.5"),
                    Money.Factor.SALE_VALUE, new BigDecimal("9000"))));

    Report report = told.report(book(money), "2026-03-01", "2026-03-31", APRIL);

    assertThat(report.worths().getFirst().answers()).isEqualTo(new Answers(2, 5, 1));
    // two sales in full, and 2.5 % of the five that may have become one
    assertThat(report.worths().getFirst().sum()).contains(new BigDecimal("19125"));
    Tables tables = new Tables(report, Naming.of(book(money), Locale.ENGLISH));
    assertThat(tables.table("money").orElseThrow().rows())
        .map(row -> row.get(1))
        .startsWith(
            Cell.words(
                "2 sales × 9,000 a sale + 5 answers × 2.5 % who buy × 9,000 a sale"
                    + " (1 answer that came to nothing is left out)"))
        .contains(
            Cell.words(
                "no answers × ? % who stay × ? a customer and year"
                    + " (1 answer that came to nothing is left out)"));
    assertThat(tables.table("outcomes").orElseThrow().rows())
        .map(row -> row.stream().map(ReportTest::text).toList())
        .containsExactly(
            List.of("Sell", "All", "8", "4", "4/8", "2", "1", "", "", "", "", "", "1"),
            List.of("Sell", "Regninger", "4", "2", "2/4", "1", "1", "", "", "", "", "", "0"),
            List.of("Sell", "Varmepumper", "4", "2", "2/4", "1", "0", "", "", "", "", "", "1"),
            List.of("Happier customers", "All", "1", "1", "1/1", "", "", "", "0", "1", "0", "", ""),
            List.of(
                "Happier customers",
                "Varmepumper",
                "1",
                "1",
                "1/1",
                "",
                "",
                "",
                "0",
                "1",
                "0",
                "",
                ""));
  }

  private static String text(Cell cell) {
    return switch (cell) {
      case Cell.Words words -> words.text();
      case Cell.Amount amount -> amount.value().toPlainString();
      case Cell.Time time -> time.length().toString();
      case Cell.Share share -> share.part() + "/" + share.whole();
      case Cell.Nothing nothing -> "";
    };
  }

  @Test
  void everyTableAndChartCanBeWrittenInBothLanguages() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.of("nb"))) {
      Naming naming = Naming.of(book(Money.NONE), locale);
      Tables tables = new Tables(march, naming);
      assertThat(tables.keys()).hasSize(10);
      for (String key : tables.keys()) assertThat(tables.table(key)).isPresent();
      Pictures pictures = new Pictures(march, naming);
      assertThat(pictures.course().labels()).hasSize(31);
      assertThat(pictures.goals().described()).contains("3");
      assertThat(pictures.topics().labels()).hasSize(2);
    }
    assertThat(tables(march).table("nonsense")).isEmpty();
  }

  private static Tables tables(Report report) {
    return new Tables(report, Naming.of(book(Money.NONE), Locale.of("nb")));
  }

  private static RuleBook book(Money money) {
    RuleBook.House house =
        new RuleBook.House(
            "Lyngheia",
            Locale.of("nb"),
            Month.OSLO,
            List.of(),
            "#kommunikasjon",
            Duration.ofMinutes(30),
            DaysOff.NONE,
            Map.of(),
            RuleBook.Storm.USUAL,
            new Reporting(money, null));
    return new RuleBook(
        1,
        house,
        List.of(),
        List.of(),
        List.of(topic(PUMPS, "Varmepumper"), topic(BILLS, "Regninger")),
        List.of(
            expert("ana", "Ana Moen", 3), expert("ben", "Ben Dahl", 3), expert("cai", "Cai", 0)),
        List.of());
  }

  private static Topic topic(TopicId id, String name) {
    return new Topic(
        id, Map.of("nb", name, "en", name), Map.of(), List.of(), List.of(), List.of(), List.of());
  }

  private static Expert expert(String id, String name, int cap) {
    return new Expert(
        new ExpertId(id),
        name,
        "",
        List.of(new Handle("slack", "U" + id)),
        Set.of(PUMPS),
        Set.of(),
        Hours.usual(Month.OSLO),
        new Cap(cap, cap),
        Locale.of("nb"));
  }
}
