package no.grenselos.app.web.console;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.mention.Mention;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Books;
import no.grenselos.store.Facts;
import no.grenselos.store.MentionLog.Logged;
import no.grenselos.store.TicketSearch.Standing;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.Offer;
import no.grenselos.ticket.Proposal;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.trial.CaseMaker;
import org.jspecify.annotations.Nullable;

/**
 * All that happened to one post, in order.
 *
 * @param logged null when the post was never kept
 * @param channel in whose queue it is, or where its answer is asked for
 * @param steps oldest first
 * @param audit oldest first
 */
public record TicketStory(
    Ticket ticket,
    @Nullable Logged logged,
    String channel,
    List<Step> steps,
    List<AuditLog.Entry> audit) {

  /**
   * Something that happened.
   *
   * @param what names the phrase for it
   * @param who a colleague or expert; empty for somebody outside
   * @param words theirs, foreign or ours; empty for none
   * @param ended how it ended, as a phrase's name; empty for none
   */
  public record Step(Instant at, String what, String who, String words, String ended) {}

  static Optional<TicketStory> of(Books books, TicketId id) {
    return books
        .tickets()
        .find(id)
        .map(ticket ->
            new TicketStory(
                ticket,
                books.mentions().find(ticket.mention()).orElse(null),
                books.careQueue().channelOf(id).orElse(ticket.terms().channel()),
                steps(books, id),
                books.audit().of(id)));
  }

  public Standing standing() {
    return Standing.of(ticket.state());
  }

  /** Whether the post is gone outside, or was never kept. */
  public boolean gone() {
    return logged == null || logged.erased();
  }

  public Optional<Mention> post() {
    return Optional.ofNullable(logged).filter(one -> !one.erased()).map(Logged::mention);
  }

  /** To the post outside; null where it leads nowhere a browser should go. */
  public @Nullable URI link() {
    return post().map(Mention::link).filter(TicketRow::isWeb).orElse(null);
  }

  /** What a test of it could say; empty when the post is gone. */
  public String words() {
    return post().map(CaseMaker::words).orElse("");
  }

  private static List<Step> steps(Books books, TicketId id) {
    List<Step> steps = new ArrayList<>();
    books.offers().of(id).forEach(offer -> steps.add(step(offer)));
    books.answers().of(id).forEach(answer -> steps.add(step(answer)));
    books.proposals().of(id).stream().flatMap(TicketStory::decided).forEach(steps::add);
    books
        .care()
        .notes(id)
        .forEach(note -> steps.add(new Step(note.at(), "note", note.by().name(), note.text(), "")));
    books.facts().of(id).forEach(fact -> steps.addAll(steps(books, fact)));
    books
        .care()
        .followUps(id)
        .forEach(post -> books.mentions().find(post).ifPresent(one -> steps.add(again(one))));
    books
        .thanks()
        .backs(id)
        .forEach(back -> {
          String words =
              back.words() == null
                  ? ""
                  : books.mentions().find(back.words()).map(one -> one.mention().text()).orElse("");
          steps.add(new Step(back.at(), "back." + back.kind(), "", words, ""));
        });
    books
        .effects()
        .of(id)
        .ifPresent(told ->
            steps.add(
                new Step(told.at(), "outcome", told.by().name(), "", "effect." + told.effect())));
    steps.sort(Comparator.comparing(Step::at));
    return steps;
  }

  private static Step step(Offer offer) {
    String ended = offer.end() == null ? "RUNS" : offer.end().name();
    return new Step(offer.madeAt(), "offer", offer.expert().id(), "", "offer." + ended);
  }

  private static Step step(Answer answer) {
    String ended = answer.link() == null ? "" : "answer.out";
    return new Step(answer.writtenAt(), "answer", answer.by().name(), answer.text(), ended);
  }

  private static Stream<Step> decided(Proposal proposal) {
    Proposal.Verdict verdict = proposal.verdict();
    Step proposed =
        new Step(proposal.at(), "proposal." + proposal.kind(), proposal.by().name(), "", "");
    if (verdict == null) return Stream.of(proposed);
    return Stream.of(
        proposed,
        new Step(
            verdict.at(), "verdict." + verdict.what(), verdict.by().name(), verdict.comment(), ""));
  }

  private static List<Step> steps(Books books, Facts.Fact fact) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(fact.askedAt(), "fact", fact.by().name(), fact.question(), ""));
    books
        .facts()
        .asked(fact.number())
        .forEach(
            asked -> steps.add(new Step(asked.at(), "fact.asked", asked.expert().id(), "", "")));
    Facts.Answer answer = fact.answer();
    if (answer != null) {
      steps.add(new Step(answer.at(), "fact.answer", answer.by().name(), answer.text(), ""));
    }
    return steps;
  }

  private static Step again(Logged logged) {
    return new Step(logged.receivedAt(), "again", "", logged.mention().text(), "");
  }
}
