package no.grenselos.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.grenselos.store.Opened;
import no.grenselos.store.Statistics;
import no.grenselos.store.Statistics.Span;
import no.grenselos.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year with 300,000 posts of which 100,000 became tickets. */
class TallySpeedTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(365));

  /** By the time our thread works, as tests share their machine. */
  private static final Duration AT_MOST = Duration.ofSeconds(1);

  @TempDir Path folder;

  @Test
  void aYearIsCountedFromTheIndexesAlone() throws Exception {
    String file = folder.resolve("store.db").toString();
    Opened.store("sqlite", Map.of("file", file)).close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      fill(connection);
      for (String of : List.of("", "goal = 'x' and topic = 'x' and ")) {
        String index = of.isEmpty() ? "came" : "part";
        String time = of + "came_at >= 0 and came_at < 9";
        assertThat(plan(connection, "select count(*) from tally where " + time))
            .contains("COVERING INDEX tally_" + index);
        assertThat(
                plan(
                    connection,
                    "select fate, promised_at from tally where ticket is not null"
                        + " and answered_at is null and "
                        + time))
            .contains("COVERING INDEX tally_open_" + index);
        assertThat(
                plan(
                    connection,
                    "select promised_at from tally where answered_at is not null and " + time))
            .contains("COVERING INDEX tally_answered_" + index);
      }
      assertThat(
              plan(
                  connection,
                  "select effect, count(*) from tally where effect is not null"
                      + " and +came_at >= 0 group by goal, topic, effect"))
          .contains("COVERING INDEX tally_effect")
          .doesNotContain("TEMP B-TREE");
      assertThat(plan(connection, "select min(topic) from tally where goal = 'x' and topic > 'x'"))
          .contains("SEARCH tally USING COVERING INDEX tally_part");
      assertThat(plan(connection, "select count(*) from offer where ending = 'x' and made_at > 9"))
          .contains("COVERING INDEX offer_ending");
      assertThat(plan(connection, "select ending from offer where expert = 'x' and made_at > 9"))
          .contains("COVERING INDEX offer_person");
      assertThat(
              plan(
                  connection,
                  "select topic, count(*) from lesson where kind = 'x' and +taught_at > 0"
                      + " group by topic order by topic"))
          .contains("COVERING INDEX lesson_counted")
          .doesNotContain("TEMP B-TREE");
    }

    try (Store store = Opened.store("sqlite", Map.of("file", file))) {
      long posts = store.read(books -> read(books.statistics()));
      long began = work();
      long again = store.read(books -> read(books.statistics()));
      Duration took = Duration.ofNanos(work() - began);

      System.Logger log = System.getLogger(TallySpeedTest.class.getName());
      log.log(
          System.Logger.Level.INFO, "a year of 100,000 tickets took " + took.toMillis() + " ms");
      assertThat(again).isEqualTo(posts).isEqualTo(300_000);
      assertThat(took).isLessThan(AT_MOST);
    }
  }

  private static long work() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** All that a report asks for. */
  private static long read(Statistics statistics) {
    List<Span> weeks =
        IntStream.range(0, 53).mapToObj(week -> new Span(week(week), week(week + 1))).toList();
    List<Span> months = IntStream.range(0, 12).mapToObj(TallySpeedTest::month).toList();
    Span year = new Span(START, END);
    statistics.waits(year);
    statistics.backs(year);
    statistics.effects(year);
    statistics.asked(months);
    statistics.offers(year);
    statistics.declined(year);
    statistics.replies(year, Duration.ofDays(30), END);
    long parts =
        statistics.counts(year, END).stream().mapToLong(count -> count.sums().posts()).sum();
    assertThat(statistics.course(weeks, END).stream().mapToLong(Statistics.Sums::posts).sum())
        .isEqualTo(parts);
    return parts;
  }

  private static Instant week(int nth) {
    Instant week = START.plus(Duration.ofDays(7L * nth));
    return week.isBefore(END) ? week : END;
  }

  private static Span month(int nth) {
    Instant from = START.plus(Duration.ofDays(30L * nth));
    return new Span(from, from.plus(Duration.ofDays(30)));
  }

  private static void fill(Connection connection) throws Exception {
    long step = Duration.between(START, END).toMillis() / 300_000;
    String numbers =
        "with recursive c(n) as (select 0 union all select n + 1 from c where n < %d) ";
    String[] lines = {
      numbers.formatted(299_999)
          + """
          insert into tally (post, came_at, goal, topic, ticket, fate, promised_at, answered_at,
              who, comms, effect)
          select 'mastodon:' || n, %1$d + n * %2$d,
              case n %% 3 when 0 then (case n %% 4 when 0 then 'SELL' when 1 then 'CUT_COSTS'
                  when 2 then 'SATISFACTION' else 'REPUTATION' end) else '' end,
              case n %% 7 when 0 then '' else 'topic-' || (n * 31 %% 20) end,
              case n %% 3 when 0 then n else null end, '',
              case n %% 6 when 0 then %1$d + n * %2$d + 3600000 end,
              case when n %% 3 = 0 and n %% 10 > 2
                  then %1$d + n * %2$d + (n * 7919 %% 90000) * 1000 end,
              case when n %% 3 = 0 and n %% 10 > 2 then 'expert-' || (n * 17 %% 300) end,
              case when n %% 3 = 0 and n %% 10 > 2 then n %% 5 = 0 end,
              case when n %% 3 = 0 and n %% 10 > 6 then 'NOTHING' end
          from c
          """
              .formatted(START.toEpochMilli(), step),
      numbers.formatted(99_999)
          + """
          insert into ticket (id, mention, lane, terms, because, state, opened_at, version)
          select n + 1, 'mastodon:' || n, 'EXPERT', '{}', '{}', '{}', 0, 0 from c
          """,
      numbers.formatted(99_999)
          + """
          insert into offer (ticket, expert, made_at, until_at, day, nth, ending, ended_at)
          select n + 1, 'expert-' || (n %% 300), %1$d + n * %2$d, 0, 0, n,
              case n %% 3 when 0 then 'CLAIMED' when 1 then 'PASSED' else 'LAPSED' end, 0 from c
          """
              .formatted(START.toEpochMilli(), 3 * step),
      numbers.formatted(59_999)
          + """
          insert into lesson (number, kind, mention, topic, expert, named, who, reason, cause,
              taught_at, in_force)
          select n + 1, case n %% 2 when 0 then 'PASSED' else 'LAPSED' end, 'mastodon:' || n,
              'topic-' || (n %% 20), 'e', '', 'e', '', 'c', %1$d + n * %2$d, 1 from c
          """
              .formatted(START.toEpochMilli(), 5 * step),
      numbers.formatted(29_999)
          + """
          insert into thank (ticket, kind, cause, came_at)
          select n * 3 + 3, 'THANKS', 'c', %1$d + n * %2$d from c
          """
              .formatted(START.toEpochMilli(), 10 * step)
    };
    try (Statement statement = connection.createStatement()) {
      statement.execute("begin");
      for (String line : lines) statement.execute(line);
      statement.execute("commit");
    }
  }

  private static String plan(Connection connection, String query) throws Exception {
    StringBuilder plan = new StringBuilder();
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery("explain query plan " + query)) {
      while (rows.next()) plan.append(rows.getString(4)).append('\n');
    }
    return plan.toString();
  }
}
