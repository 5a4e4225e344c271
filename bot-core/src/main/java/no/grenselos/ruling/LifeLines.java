package no.grenselos.ruling;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.grenselos.chat.Part;
import no.grenselos.chat.Span;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Considered.Round;
import no.grenselos.trail.Trail;
import no.grenselos.work.PageDraft;
import no.grenselos.work.Phrases;
import no.grenselos.work.Visit;

/** Who was looked at and asked, and what people then did, in order of time. */
final class LifeLines {
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
          "outcome.told",
          "nudge.lapsed");

  /** After these it is told who else was looked at. */
  private static final Set<String> LOOKED =
      Set.of("ticket.offered", "ticket.held", "ticket.fell-back");

  private final Visit visit;
  private final Trail trail;
  private final PageDraft page;
  private final Phrases phrases;
  private final LookedWords words;

  LifeLines(Visit visit, Trail trail, PageDraft page) {
    this.visit = visit;
    this.trail = trail;
    this.page = page;
    this.phrases = visit.phrases("ruling");
    this.words = new LookedWords(visit.book(), phrases);
  }

  void write() {
    List<AuditLog.Entry> life =
        trail.life().stream().filter(entry -> TOLD.contains(entry.what())).toList();
    if (life.isEmpty()) page.line(phrases.say("why.nobody-asked"));
    List<Round> left = new ArrayList<>(trail.rounds());
    for (AuditLog.Entry entry : life) {
      page.line(line(entry));
      if (!LOOKED.contains(entry.what())) continue;
      left.stream()
          .filter(round -> sameMoment(round.at(), entry.at()))
          .findFirst()
          .ifPresent(round -> {
            left.remove(round);
            looked(round);
          });
    }
  }

  /** A store may keep moments to the millisecond. */
  private static boolean sameMoment(Instant one, Instant other) {
    return one.truncatedTo(ChronoUnit.MILLIS).equals(other.truncatedTo(ChronoUnit.MILLIS));
  }

  private void looked(Round round) {
    words.others(round).forEach(this::looked);
    words.more(round).ifPresent(page::small);
  }

  private void looked(LookedWords.Line line) {
    List<Span> spans = new ArrayList<>(List.of(new Span.Plain(line.text())));
    if (line.from() != null) {
      spans.add(new Span.Plain(phrases.say("why.left-out.from") + " "));
      spans.add(new Span.Moment(line.from()));
    }
    page.show(new Part.Small(spans));
  }

  private List<Span> line(AuditLog.Entry entry) {
    String detail =
        switch (entry.what()) {
          case "ticket.offered" -> words.offered(entry.detail());
          case "outcome.told" -> phrases.say("effect." + entry.detail());
          default -> entry.detail();
        };
    String who = Admins.name(visit.book(), entry.who());
    return List.of(
        new Span.Moment(entry.at()), new Span.Plain(" " + phrases.say(entry.what(), who, detail)));
  }
}
