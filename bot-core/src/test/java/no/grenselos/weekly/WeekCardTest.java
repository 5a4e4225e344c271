package no.grenselos.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import no.grenselos.chart.Chart;
import no.grenselos.chart.ChartPainter;
import no.grenselos.chat.Card;
import no.grenselos.chat.Part;
import no.grenselos.insight.Insights;
import no.grenselos.insight.Range;
import no.grenselos.insight.Report;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;
import no.grenselos.store.MemoryStore;
import no.grenselos.store.Samples;
import no.grenselos.store.Statistics;
import no.grenselos.ticket.Effect;
import no.grenselos.ticket.Ticket;
import org.junit.jupiter.api.Test;

class WeekCardTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  /** One dot. */
  private static final byte[] PNG =
      HexFormat.of()
          .parseHex(
              "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944"
                  + "4154789c6360000002000001e221bc330000000049454e44ae426082");

  private static final ChartPainter PAINTER =
      new ChartPainter() {
        @Override
        public boolean able() {
          return true;
        }

        @Override
        public Optional<byte[]> png(Chart chart, Palette palette) {
          return Optional.of(PNG);
        }

        @Override
        public Optional<String> svg(Chart chart, Palette palette) {
          return Optional.empty();
        }
      };

  private static Card card(ChartPainter charts) {
    return card(charts, books -> {});
  }

  private static Card card(ChartPainter charts, Consumer<Books> more) {
    Instant noon = MONDAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
    MemoryStore store = new MemoryStore();
    store.write(books -> {
      MentionId post = new MentionId(new Network("mastodon"), "1");
      books.statistics().came(post, new Statistics.Part(null, null), noon);
      more.accept(books);
      return true;
    });
    Range week = new Range(MONDAY, MONDAY.plusDays(6), ZoneOffset.UTC);
    RuleBook book =
        new RuleBook(
            1,
            new RuleBook.House(
                "x", Locale.ENGLISH, ZoneOffset.UTC, List.of(), "#x", Duration.ofMinutes(30)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Report last = store.read(books -> new Insights(books, book, noon).report(week));
    long before = store.read(books -> new Insights(books, book, noon).posts(week.before()));
    return new WeekCard(last, before, book, Locale.ENGLISH).card(charts);
  }

  @Test
  void thePictureSaysInWordsWhatItShows() {
    List<Part.Picture> pictures =
        card(PAINTER).parts().stream()
            .filter(Part.Picture.class::isInstance)
            .map(Part.Picture.class::cast)
            .toList();

    assertThat(pictures).hasSize(1);
    assertThat(pictures.getFirst().alternative())
        .startsWith("Posts and answers. 2 Mar: Posts 1, Worth answering 0, Answered 0;");
  }

  @Test
  void whatCameOfTheAnswersIsToldInOneLineWithoutWhatIsNotKnown() {
    Instant noon = MONDAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
    List<Effect> effects = List.of(Effect.HAPPY, Effect.UNKNOWN, Effect.HAPPY, Effect.UNHAPPY);

    Card card =
        card(
            ChartPainter.NONE,
            books -> {
              for (int i = 0; i < 6; i++) {
                Ticket ticket = books.tickets().open(Samples.draft("t" + i)).orElseThrow();
                books.statistics().came(ticket.mention(), new Statistics.Part(null, null), noon);
                books.statistics().opened(ticket);
                books.statistics().answered(ticket.id(), "ana", false, noon);
                if (i < 4) books.statistics().told(ticket.id(), effects.get(i));
              }
            });

    assertThat(card.toString())
        .contains(
            "What came of it: 2 happy customers, one still unhappy (told of 4 of 6 answers).");
    assertThat(card(ChartPainter.NONE).toString()).doesNotContain("What came of it");
  }

  @Test
  void withoutAPainterTheWeekIsToldInWordsAlone() {
    assertThat(card(ChartPainter.NONE).parts()).noneMatch(Part.Picture.class::isInstance);
    assertThat(card(ChartPainter.NONE).toString()).contains("One post came, 0 worth answering");
  }
}
