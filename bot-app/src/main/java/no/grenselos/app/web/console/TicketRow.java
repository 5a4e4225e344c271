package no.grenselos.app.web.console;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.store.Books;
import no.grenselos.store.MentionLog.Logged;
import no.grenselos.store.TicketSearch.Standing;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import org.jspecify.annotations.Nullable;

/**
 * One post in the list.
 *
 * @param text how it begins; empty when the post is gone
 * @param owner who has it or answered it; empty for nobody
 * @param link to the post outside; null where it leads nowhere a browser should go
 */
public record TicketRow(
    Ticket ticket,
    Standing standing,
    String text,
    String author,
    String network,
    String language,
    String owner,
    @Nullable URI link,
    boolean gone) {
  private static final int SHOWN = 180;
  private static final Set<String> WEB = Set.of("http", "https");

  /** Those of them that are still there, in that order. */
  static List<TicketRow> of(Books books, List<TicketId> ids) {
    return ids.stream()
        .flatMap(id -> books.tickets().find(id).stream())
        .map(ticket -> of(ticket, books.mentions().find(ticket.mention())))
        .toList();
  }

  private static TicketRow of(Ticket ticket, Optional<Logged> logged) {
    boolean gone = logged.map(Logged::erased).orElse(true);
    Author author = logged.map(one -> one.mention().author()).orElse(Author.UNKNOWN);
    return new TicketRow(
        ticket,
        Standing.of(ticket.state()),
        logged.map(Logged::mention).map(Mention::text).map(TicketRow::begin).orElse(""),
        author.handle().isEmpty() ? author.shownName() : "@" + author.handle(),
        ticket.mention().network().name(),
        logged.map(one -> one.reading().language().code()).orElse(""),
        owner(ticket.state()),
        logged.map(one -> one.mention().link()).filter(TicketRow::isWeb).orElse(null),
        gone);
  }

  /** A link a browser may follow: a network could call anything a link. */
  static boolean isWeb(URI link) {
    return link.getScheme() != null && WEB.contains(link.getScheme().toLowerCase(Locale.ROOT));
  }

  public Instant openedAt() {
    return ticket.openedAt();
  }

  /** The topic's id; empty for none. */
  public String topic() {
    return ticket.topic() == null ? "" : ticket.topic().id();
  }

  /** Whether somebody waits for what was promised. */
  public boolean promised() {
    return ticket.promisedAt() != null && !ticket.state().over();
  }

  private static String begin(String text) {
    if (text.length() <= SHOWN) return text;
    int end = text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length())));
    return text.substring(0, end) + "…";
  }

  private static String owner(TicketState state) {
    return switch (state) {
      case TicketState.Answered answered -> answered.by().name();
      case TicketState.Offered offered -> offered.to().id();
      case TicketState.Open open -> "";
      case TicketState.Closed closed -> closed.by() == null ? "" : closed.by().name();
      case TicketState.Claimed claimed -> claimed.by().name();
      case TicketState.Proposed proposed -> proposed.by().name();
      case TicketState.Drafted drafted -> drafted.by().name();
    };
  }
}
