package no.grenselos.care;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.CareAction;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Team;
import no.grenselos.store.MentionLog;
import no.grenselos.store.Timers;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.work.Asking;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Courtesy;
import no.grenselos.work.Deed;
import no.grenselos.work.Equipment;
import no.grenselos.work.Erasure;
import no.grenselos.work.Feature;
import no.grenselos.work.Phrases;
import no.grenselos.work.Question;
import no.grenselos.work.Said;
import no.grenselos.work.Showing;
import no.grenselos.work.Story;
import no.grenselos.work.Submission;
import no.grenselos.work.Visit;
import no.grenselos.work.Work;
import org.jspecify.annotations.Nullable;

/** Customer service: nobody who complains is forgotten, and nobody is answered twice. */
public final class Care
    implements Feature.Acts,
        Feature.Asks,
        Feature.Shows,
        Feature.Adds,
        Feature.Follows,
        Feature.Quotes,
        Feature.Opens,
        Feature.Wakes,
        Feature.Answers {
  private final Board board;
  private final Promises promises;
  private final Silences silences;
  private final FactAsking facts = new FactAsking();
  private final CareActions actions;

  public Care(Equipment equipment, Asking asking) {
    this.board = new Board();
    this.promises = new Promises();
    this.silences = new Silences(asking);
    this.actions = new CareActions(facts, board);
  }

  @Override
  public Class<? extends ChatAction> actions() {
    return CareAction.class;
  }

  @Override
  public void act(Deed deed) {
    actions.act(deed, (CareAction) deed.event().action());
    // a word from the owner: their silence begins anew
    deed.onTicket().ifPresent(on -> silences.changed(deed.work(), on.ticket()));
  }

  @Override
  public Set<FormKind> forms() {
    return EnumSet.of(
        FormKind.NOTE, FormKind.GIVE, FormKind.MERGE, FormKind.ASK_FACT, FormKind.TELL_FACT);
  }

  @Override
  public Optional<Form> form(Question question) {
    return CareForms.of(question).form();
  }

  @Override
  public Submission read(Question question) {
    return CareForms.of(question).read();
  }

  /** Whoever was asked for a fact sees the post it is about. */
  @Override
  public void erased(Work work, Erasure.Gone gone) {
    for (TicketId ticket : gone.tickets()) {
      work.books()
          .facts()
          .of(ticket)
          .forEach(fact -> work.refresh(FactAsking.thing(fact.number())));
    }
  }

  @Override
  public Set<String> things() {
    return Set.of(Board.KIND, FactAsking.KIND);
  }

  @Override
  public Optional<Showing> show(Look look, Placement card) {
    if (!(card.subject() instanceof Subject.Thing thing)) return Optional.empty();
    Phrases phrases = Phrases.of("care", card.locale());
    if (thing.kind().equals(FactAsking.KIND)) {
      return look.books()
          .facts()
          .find(Long.parseLong(thing.id()))
          .flatMap(fact -> new FactWriter(look, phrases).write(fact, card))
          .map(Showing::of);
    }
    return look.rules()
        .book()
        .team(thing.id())
        .map(Team::channel)
        .filter(channel ->
            card.place() instanceof Place.Channel at
                && at.equals(Place.Channel.named(channel, at.house())))
        .map(channel -> new BoardWriter(look, phrases).write(channel));
  }

  @Override
  public void add(Look look, Story story, CardDraft card) {
    Margin.write(look, story, card);
  }

  @Override
  public void changed(Work work, @Nullable Ticket before, Ticket after) {
    if (before == null) opened(work, after);
    promises.changed(work, after);
    silences.changed(work, after);
    work.books()
        .careQueue()
        .channelOf(after.id())
        .ifPresent(channel -> board.changed(work, channel));
    if (after.state().over()) facts.dropAll(work, after);
    for (TicketId merged : work.books().care().mergedFrom(after.id())) work.refresh(merged);
  }

  private void opened(Work work, Ticket ticket) {
    work.books()
        .mentions()
        .find(ticket.mention())
        .map(MentionLog.Logged::mention)
        .ifPresent(post ->
            Courtesy.customer(post)
                .ifPresent(customer ->
                    work.books()
                        .careQueue()
                        .about(ticket.id(), customer, Courtesy.conversation(post))));
    String fact = ticket.terms().fact();
    if (fact == null || ticket.topic() == null) return;
    String team = Courtesy.teamOf(work.books(), work.book(), ticket).map(Team::name).orElse("");
    String name = team.isEmpty() ? work.book().house().company() : team;
    facts.need(work, ticket, ticket.topic(), new Colleague(Work.GRENSELOS, name), fact);
  }

  /** As the team begins its answers in the post's language. */
  @Override
  public Optional<String> opening(Visit visit, Ticket ticket) {
    return Courtesy.teamOf(visit.books(), visit.book(), ticket)
        .flatMap(team ->
            visit
                .books()
                .mentions()
                .find(ticket.mention())
                .flatMap(post -> team.opening(post.reading().language().code())));
  }

  @Override
  public Set<String> timers() {
    return Set.of(Board.KIND, Promises.KIND, Silences.KIND, FactAsking.KIND);
  }

  @Override
  public void wake(Work work, Timers.Timer timer) {
    switch (timer.kind()) {
      case Board.KIND -> board.wake(work, timer);
      case Promises.KIND -> promises.wake(work, timer);
      case Silences.KIND -> silences.wake(work, timer);
      case FactAsking.KIND -> facts.wake(work, timer);
      default -> throw new IllegalArgumentException("no timer of care: " + timer.kind());
    }
  }

  @Override
  public Set<String> verbs() {
    return QueueList.VERBS;
  }

  @Override
  public Said answer(Visit visit, String verb, String rest) {
    return Said.only(new QueueList(visit, visit.phrases("care")).page(rest));
  }
}
