package no.grenselos.reply;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ReplyAction;
import no.grenselos.chat.Subject;
import no.grenselos.memory.Kept;
import no.grenselos.memory.KeptId;
import no.grenselos.memory.Source;
import no.grenselos.reading.Language;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.gloss.Gloss;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.Proposal;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Deed;
import no.grenselos.work.Work;
import org.jspecify.annotations.Nullable;

/** Fills the memory of answers, and empties it: it belongs to whoever said things. */
final class Keeping {
  /** The kind of a kept text as a thing: {@code kept:K-12}. */
  static final String THING = "kept";

  private final Gloss gloss;

  Keeping(Gloss gloss) {
    this.gloss = gloss;
  }

  void keep(Deed deed, ReplyAction.KeepText keep) {
    if (deed.work().book().roles(deed.event().who().handle()).isEmpty()) {
      deed.whisper("reply", "keep.not-known");
      return;
    }
    Source source =
        new Source(keep.kind(), keep.title(), keep.link(), null, "chat:" + deed.event().id());
    Kept.Draft draft =
        new Kept.Draft(
            deed.who(),
            keep.topics(),
            language(keep.text()),
            keep.text(),
            source,
            deed.work().now());
    deed.work()
        .books()
        .memory()
        .keep(draft)
        .ifPresent(kept -> {
          deed.note("answer.kept", kept.id().toString());
          deed.work().refreshHome(deed.event().who().handle());
          deed.whisper("reply", "keep.done");
        });
  }

  /** Norwegian, or what the bot takes it for otherwise. */
  private Language language(String text) {
    return new Language(gloss.readsNorwegian(text) ? "nb" : "en");
  }

  void forget(Deed deed) {
    Optional<Kept> kept = kept(deed);
    if (kept.isEmpty()) return;
    if (!kept.get().by().is(deed.who())) {
      deed.whisper("reply", "forget.not-yours");
    } else if (deed.work().books().memory().forget(kept.get().id())) {
      deed.note("answer.forgotten", kept.get().id().toString());
      deed.work().refreshHome(deed.event().who().handle());
    }
  }

  private static Optional<Kept> kept(Deed deed) {
    if (!(deed.event().on() instanceof ChatEvent.On.About about)) return Optional.empty();
    if (!(about.subject() instanceof Subject.Thing thing)) return Optional.empty();
    if (!thing.kind().equals(THING)) return Optional.empty();
    try {
      return deed.work().books().memory().find(KeptId.parse(thing.id()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What went out through us is kept by itself. */
  static void answered(Work work, @Nullable Ticket before, Ticket after) {
    if (before == null || !(after.state() instanceof TicketState.Answered answered)) return;
    said(work, before)
        .flatMap(work.books().answers()::find)
        .ifPresent(answer -> keep(work, after, answer, answered.link()));
  }

  /** What was published, or lay ready to be carried out by hand. */
  private static Optional<AnswerId> said(Work work, Ticket before) {
    return switch (before.state()) {
      case TicketState.Drafted drafted -> Optional.of(drafted.answer());
      case TicketState.Claimed claimed ->
          work.books().proposals().of(before.id()).reversed().stream()
              .filter(proposal -> proposal.by().is(claimed.by()))
              .findFirst()
              .filter(Keeping::ready)
              .map(ProposalCard::out);
      default -> Optional.empty();
    };
  }

  private static boolean ready(Proposal proposal) {
    Proposal.Verdict verdict = proposal.verdict();
    return verdict == null
        ? proposal.kind() == Proposal.Kind.BY_HAND
        : verdict.what() == Proposal.Verdict.What.APPROVED;
  }

  private static void keep(Work work, Ticket ticket, Answer answer, @Nullable URI link) {
    if (Kept.words(answer.text()).isEmpty()) return;
    Language language =
        work.books()
            .mentions()
            .find(ticket.mention())
            .map(logged -> logged.reading().language())
            .orElse(Language.UNKNOWN);
    Source source =
        new Source(
            Source.Kind.ANSWERED, "", link, ticket.mention(), "answer:" + answer.id().number());
    List<TopicId> topics = ticket.topic() == null ? List.of() : List.of(ticket.topic());
    boolean unused =
        work.books()
            .memory()
            .keep(new Kept.Draft(answer.by(), topics, language, answer.text(), source, work.now()))
            .isPresent();
  }
}
