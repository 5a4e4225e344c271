package no.grenselos.invite;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.InviteAction;
import no.grenselos.chat.Page;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.reading.TopicId;
import no.grenselos.store.Timers;
import no.grenselos.ticket.Offer;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.Asking;
import no.grenselos.work.Deed;
import no.grenselos.work.Erasure;
import no.grenselos.work.Feature;
import no.grenselos.work.PageDraft;
import no.grenselos.work.Question;
import no.grenselos.work.Said;
import no.grenselos.work.Showing;
import no.grenselos.work.Submission;
import no.grenselos.work.Visit;
import no.grenselos.work.Work;

/**
 * Introduces the bot to people, hears whether and how they want to be asked, and shows them what
 * they chose.
 */
public final class Inviting
    implements Feature.Acts,
        Feature.Asks,
        Feature.Shows,
        Feature.Wakes,
        Feature.AtHome,
        Feature.Answers,
        Feature.Meets,
        Feature.Quotes,
        Feature.Obeys {
  /** As many as one post may stand on: the newest. */
  private static final int INVITATIONS = 50;

  private final Proposing proposing = new Proposing();
  private final Choosing choosing;

  public Inviting(Asking asking) {
    this.choosing = new Choosing(proposing, asking);
  }

  @Override
  public Class<? extends ChatAction> actions() {
    return InviteAction.class;
  }

  @Override
  public void act(Deed deed) {
    choosing.act(deed, (InviteAction) deed.event().action());
  }

  @Override
  public Set<FormKind> forms() {
    return EnumSet.range(FormKind.INVITE, FormKind.MY_REST);
  }

  @Override
  public Optional<Form> form(Question question) {
    return Forms.of(question);
  }

  @Override
  public Submission read(Question question) {
    return Filled.read(question);
  }

  /** Invitations show what one would be asked about, homes what one is asked. */
  @Override
  public void erased(Work work, Erasure.Gone gone) {
    for (String kind : things()) {
      work.books()
          .placements()
          .ofKind(kind, gone.post().receivedAt(), INVITATIONS)
          .forEach(work::show);
    }
    gone.tickets().stream()
        .flatMap(ticket -> work.books().offers().of(ticket).stream())
        .map(Offer::expert)
        .distinct()
        .flatMap(expert -> work.book().expert(expert).stream())
        .forEach(expert -> work.refreshHome(work.direct(expert).to()));
  }

  @Override
  public Set<String> things() {
    return Set.of(Proposing.INVITE, Proposing.TOPIC);
  }

  @Override
  public Optional<Showing> show(Look look, Placement card) {
    if (!(card.subject() instanceof Subject.Thing thing)) return Optional.empty();
    int slash = thing.id().lastIndexOf('/');
    String id = slash < 0 ? thing.id() : thing.id().substring(0, slash);
    return Self.of(look.books(), look.rules().book(), new ExpertId(id))
        .flatMap(self ->
            self.proposal()
                .map(proposal -> {
                  InvitationCard draft = new InvitationCard(look, card, self, proposal);
                  if (slash < 0) return new Introduction(self, draft.invitation(), draft.asks());
                  TopicId topic = new TopicId(thing.id().substring(slash + 1));
                  boolean asks = proposal.topics().contains(topic);
                  return new Introduction(self, draft.more(topic), asks);
                }));
  }

  /** A card that asks comes when they are there, and only while there is something to ask. */
  private record Introduction(Self self, Card content, boolean asks) implements Showing {
    @Override
    public boolean overtaken() {
      return !asks;
    }

    @Override
    public Optional<Handle> disturbs() {
      return Optional.of(self.handle());
    }

    @Override
    public void placed(Work work, Placement card) {
      Proposing.arrived(work, self.id());
    }

    @Override
    public void unreachable(Work work, Placement card, String reason) {
      work.note(Work.GRENSELOS, "invite.refused", null, self.id() + ": " + reason);
    }
  }

  @Override
  public Set<String> timers() {
    return Set.of(Proposing.INVITE);
  }

  @Override
  public void wake(Work work, Timers.Timer timer) {
    proposing.wake(work, timer);
  }

  @Override
  public void named(Work work, ChatUser person, Ticket ticket, Colleague by) {
    if (ticket.topic() == null) return;
    proposing.propose(work, person, Set.of(ticket.topic()), by);
  }

  @Override
  public void obey(Work work) {
    proposing.obey(work);
  }

  @Override
  public void add(Visit visit, PageDraft home) {
    new Home(visit, home).write();
  }

  @Override
  public Set<String> verbs() {
    return Set.of("invite", "inviter", "pause");
  }

  @Override
  public Said answer(Visit visit, String verb, String rest) {
    Saying saying = new Saying(visit.phrases("invite"), visit.book());
    return verb.equals("pause") ? pause(visit, saying, rest) : Said.only(invite(visit, saying));
  }

  private static Page invite(Visit visit, Saying saying) {
    PageDraft page = new PageDraft();
    if (!visit.book().runs(visit.who().handle())) {
      return page.line(saying.say("whisper.not-admin")).page();
    }
    return page.row(
            saying.say("home.admin"),
            Press.INVITE,
            saying.say("button.invite"),
            new ChatEvent.On.Nothing())
        .page();
  }

  private static Said pause(Visit visit, Saying saying, String rest) {
    Self self = Self.of(visit.books(), visit.book(), visit.who());
    PageDraft page = new PageDraft();
    if (!self.listed()) return Said.only(page.line(saying.say("whisper.not-yet")).page());
    Optional<RestWords> words = RestWords.read(rest, visit.now(), self.expert().hours().zone());
    if (words.isEmpty()) return Said.only(page.line(saying.say("pause.how")).page());
    Instant until = words.get().until();
    if (until == null) {
      return Said.and(
          page.line(saying.say("pause.over")).page(),
          new InviteAction.Rest(InviteAction.Rest.Span.OVER));
    }
    List<Span> spans =
        List.of(new Span.Plain(saying.say("pause.until") + " "), new Span.Moment(until));
    return Said.and(
        page.row(spans, List.of(), List.of()).page(), new InviteAction.RestUntil(until));
  }
}
