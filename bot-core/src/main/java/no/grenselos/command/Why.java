package no.grenselos.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.chat.Page;
import no.grenselos.chat.Span;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.route.Because;
import no.grenselos.store.AuditLog;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.work.Feature;
import no.grenselos.work.PageDraft;
import no.grenselos.work.Phrases;
import no.grenselos.work.Said;
import no.grenselos.work.Visit;

/**
 * {@code why T-12}: by which rules at which revision, for which words, and who was asked then. For
 * those who answer posts; only reads.
 */
final class Why implements Feature.Answers {
  private static final Pattern NUMBER = Pattern.compile("(?:[Tt]-)?(\\d{1,18})");

  /** What is worth telling of a ticket's life, by the audit's words. */
  private static final Set<String> TOLD =
      Set.of(
          "ticket.offered",
          "ticket.held",
          "ticket.fell-back",
          "ticket.claimed",
          "ticket.released",
          "ticket.handed-over",
          "ticket.answered",
          "ticket.closed",
          "ticket.reopened",
          "nudge.lapsed");

  @Override
  public Set<String> verbs() {
    return Set.of("why", "hvorfor");
  }

  @Override
  public Said answer(Visit visit, String verb, String rest) {
    Phrases phrases = visit.phrases("command");
    if (!mayLook(visit)) return Said.only(Page.of(phrases.say("why.not-yours")));
    return Said.only(
        ticket(visit, rest.strip())
            .map(ticket -> page(visit, ticket))
            .orElseGet(() -> Page.of(phrases.say("why.unknown"))));
  }

  private static boolean mayLook(Visit visit) {
    return !visit.book().roles(visit.who().handle()).isEmpty();
  }

  /** By its number, or by the post's address. */
  private static Optional<Ticket> ticket(Visit visit, String named) {
    Matcher number = NUMBER.matcher(named);
    if (number.matches()) {
      return visit.books().tickets().find(new TicketId(Long.parseLong(number.group(1))));
    }
    try {
      return Previews.post(visit.books(), new URI(named.replaceAll("^<|(\\|.*)?>$", "")))
          .flatMap(post -> visit.books().tickets().of(post.mention().id()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Page page(Visit visit, Ticket ticket) {
    Phrases phrases = visit.phrases("command");
    PageDraft page = new PageDraft();
    page.heading(phrases.say("why.title", ticket.id()));
    visit
        .books()
        .mentions()
        .find(ticket.mention())
        .filter(post -> !post.erased())
        .map(MentionLog.Logged::mention)
        .ifPresent(post -> page.line(List.of(new Span.Link(phrases.say("why.post"), post.link()))));
    because(page, visit, ticket, phrases);
    page.divider();
    List<AuditLog.Entry> life =
        visit.books().audit().of(ticket.id()).stream()
            .filter(entry -> TOLD.contains(entry.what()))
            .toList();
    if (life.isEmpty()) page.line(phrases.say("why.nobody-asked"));
    for (AuditLog.Entry entry : life) page.line(line(visit, entry, phrases));
    return page.page();
  }

  private static void because(PageDraft page, Visit visit, Ticket ticket, Phrases phrases) {
    Because because = ticket.because();
    String path = String.join(" → ", because.routes());
    page.line(phrases.say("why.path", because.revision(), path));
    if (ticket.topic() != null) {
      page.line(phrases.say("why.topic-is", new Told(visit).topic(ticket.topic())));
    }
    String words = Told.words(because.evidence());
    page.line(words.isEmpty() ? phrases.say("why.no-words") : phrases.say("why.words-are", words));
    if (because.revision() != visit.book().revision()) {
      page.small(phrases.say("why.newer", visit.book().revision()));
    }
  }

  private static List<Span> line(Visit visit, AuditLog.Entry entry, Phrases phrases) {
    List<Span> spans = new ArrayList<>();
    spans.add(new Span.Moment(entry.at()));
    String detail = entry.what().equals("ticket.offered") ? offered(visit, entry) : entry.detail();
    spans.add(new Span.Plain(" " + phrases.say(entry.what(), name(visit, entry.who()), detail)));
    return spans;
  }

  /** "to ana: owns the topic", with name and reason in the reader's language. */
  private static String offered(Visit visit, AuditLog.Entry entry) {
    int colon = entry.detail().indexOf(": ");
    if (colon < 0 || !entry.detail().startsWith("to ")) return entry.detail();
    String who = name(visit, entry.detail().substring(3, colon));
    return who + ": " + new Told(visit).reason(entry.detail().substring(colon + 2));
  }

  private static String name(Visit visit, String id) {
    return visit
        .book()
        .expert(new ExpertId(id))
        .map(Expert::name)
        .orElseGet(() -> member(visit, id));
  }

  private static String member(Visit visit, String id) {
    return visit.book().teams().stream()
        .flatMap(team -> team.members().entrySet().stream())
        .filter(member -> member.getKey().toString().equals(id))
        .map(member -> member.getValue())
        .findFirst()
        .orElse(id);
  }
}
