package no.grenselos.care;

import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Crm;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.work.Courtesy;
import no.grenselos.work.CrmPort;
import no.grenselos.work.Work;

/**
 * A ticket on its way to the team's system of cases.
 *
 * @param where the address of the team that has the ticket now
 */
public record CrmCase(Crm.Webhook where, CrmPort.Case call) {
  /** Empty when the ticket, or the way to tell, is gone. */
  public static Optional<CrmCase> of(Books books, RuleBook book, TicketId id, Colleague by) {
    return books
        .tickets()
        .find(id)
        .flatMap(ticket ->
            Courtesy.teamOf(books, book, ticket)
                .flatMap(team -> Optional.ofNullable(team.crm()))
                .flatMap(crm -> Optional.ofNullable(crm.webhook()))
                .flatMap(where ->
                    books
                        .mentions()
                        .find(ticket.mention())
                        .map(post -> new CrmCase(where, call(books, book, ticket, post, by)))));
  }

  private static CrmPort.Case call(
      Books books, RuleBook book, Ticket ticket, MentionLog.Logged post, Colleague by) {
    String topic =
        Optional.ofNullable(ticket.topic())
            .flatMap(book::topic)
            .map(found -> found.name(book.house().language()))
            .orElse(null);
    return new CrmPort.Case(
        "ticket-" + ticket.id().number(),
        ticket.openedAt(),
        ticket.id().toString(),
        ticket.mention().network().toString(),
        post.mention().link(),
        post.mention().author().shownName(),
        post.mention().text(),
        post.reading().language().code(),
        topic,
        books.careQueue().channelOf(ticket.id()).orElse(ticket.terms().channel()),
        ticket.promisedAt(),
        by.name());
  }

  /** Keeps on the ticket how it went, for colleagues. */
  public static void told(Work work, TicketId ticket, Colleague by, CrmPort.Told told) {
    Voice voice = work.book().handleOf(by).map(who -> Voice.to(work, who)).orElse(null);
    switch (told) {
      case CrmPort.Told.Taken taken -> {
        work.note(by.id(), "crm.told", ticket, taken.link() == null ? "" : taken.link().toString());
        if (taken.link() != null) {
          Colleague crm = new Colleague(Work.GRENSELOS, "CRM");
          work.books().care().note(ticket, crm, taken.link().toString(), work.now());
        }
      }
      case CrmPort.Told.Refused refused -> {
        work.note(Work.GRENSELOS, "crm.refused", ticket, refused.reason());
        if (voice != null) {
          voice.whisper("crm:" + ticket, voice.say("crm.refused", ticket, refused.reason()));
        }
      }
      case CrmPort.Told.Later later -> {}
    }
    work.refresh(ticket);
  }
}
