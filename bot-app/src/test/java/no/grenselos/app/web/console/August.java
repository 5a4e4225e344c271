package no.grenselos.app.web.console;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.expert.ExpertId;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Because;
import no.grenselos.route.Goal;
import no.grenselos.route.Lane;
import no.grenselos.route.Terms;
import no.grenselos.store.Books;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.store.Statistics;
import no.grenselos.ticket.Effect;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;

/**
 * August 2026 as the insights show it, from the tenth on, a post or two a day: twenty that need no
 * answer and six to sell with, of which four are answered after 25 minutes; of three of these it
 * was told what came of them.
 */
public final class August {
  static final String HOSTILE = "=cmd<script>alert(1)</script>";

  private static final Instant TENTH = Instant.parse("2026-08-10T08:00:00Z");
  private static final TopicId PUMPS = new TopicId("heat-pumps");
  private static final List<Effect> EFFECTS = List.of(Effect.SALE, Effect.LEAD, Effect.NOTHING);

  private August() {}

  /** With somebody asked last whose id is hostile. */
  static boolean fill(Books books) {
    return fill(books, HOSTILE);
  }

  /**
   * @param last an expert's id, of the one who was asked last
   */
  public static boolean fill(Books books, String last) {
    Map<String, String> files = ConfigFiles.read(Path.of("../config")).ruleBook();
    boolean unused = books.ruleBooks().add(new Source(1, TENTH, "config/", "first start", files));
    for (int i = 0; i < 20; i++) {
      Statistics.Part nobodys = new Statistics.Part(null, PUMPS);
      books.statistics().came(id("quiet-" + i), nobodys, day(i));
    }
    for (int i = 0; i < 6; i++) {
      Ticket ticket = books.tickets().open(draft("t-" + i, day(i))).orElseThrow();
      books.statistics().opened(ticket);
      if (i < 4) answered(books, ticket.id(), day(i).plus(Duration.ofMinutes(25)));
      if (i < EFFECTS.size()) books.statistics().told(ticket.id(), EFFECTS.get(i));
      asked(books, ticket.id(), i == 5 ? last : "ingrid", i);
    }
    return true;
  }

  private static void answered(Books books, TicketId ticket, Instant at) {
    books.statistics().answered(ticket, "ana", false, at);
  }

  private static void asked(Books books, TicketId ticket, String expert, int nth) {
    Instant at = day(nth);
    ExpertId who = new ExpertId(expert);
    var offer = books.offers().make(ticket, who, at, at, LocalDate.EPOCH, nth).orElseThrow();
    books.offers().end(offer.id(), OfferEnd.CLAIMED, at);
  }

  private static Instant day(int days) {
    return TENTH.plus(Duration.ofDays(days));
  }

  private static MentionId id(String id) {
    return new MentionId(new Network("mastodon"), id);
  }

  private static Ticket.Draft draft(String id, Instant at) {
    Terms terms = new Terms("#kundeservice", Goal.SELL, null, Duration.ofMinutes(30));
    Because because = new Because(List.of("r"), 1, List.of());
    return new Ticket.Draft(
        id(id), Lane.EXPERT, PUMPS, terms, because, at, at.plus(Duration.ofHours(1)), null);
  }
}
