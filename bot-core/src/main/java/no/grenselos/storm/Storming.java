package no.grenselos.storm;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Placement;
import no.grenselos.chat.StormAction;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Handle;
import no.grenselos.route.Lane;
import no.grenselos.store.Books;
import no.grenselos.store.Pauses.Pause;
import no.grenselos.store.Storms;
import no.grenselos.store.Storms.Incident;
import no.grenselos.store.Timers;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.Asking;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Deed;
import no.grenselos.work.Erasure;
import no.grenselos.work.Feature;
import no.grenselos.work.PageDraft;
import no.grenselos.work.Phrases;
import no.grenselos.work.Question;
import no.grenselos.work.Said;
import no.grenselos.work.Showing;
import no.grenselos.work.Story;
import no.grenselos.work.Submission;
import no.grenselos.work.Visit;
import no.grenselos.work.Work;
import org.jspecify.annotations.Nullable;

/**
 * Many posts on one matter become one incident with one card; nudges can rest for a while. Every
 * post has its ticket all the same, which waits in the incident or for the pause's end.
 */
public final class Storming
    implements Feature.Acts,
        Feature.Asks,
        Feature.Shows,
        Feature.Adds,
        Feature.Follows,
        Feature.Quotes,
        Feature.Holds,
        Feature.Opens,
        Feature.Wakes,
        Feature.AtHome,
        Feature.Answers {
  /** Pauses of the time a post is kept; there are few. */
  private static final int CARDS = 100;

  private final Weather weather;
  private final Incidents incidents;
  private final Pausing pausing;

  public Storming(Asking asking) {
    this.weather = new Weather();
    this.incidents = new Incidents(asking);
    this.pausing = new Pausing(asking);
  }

  @Override
  public Class<? extends ChatAction> actions() {
    return StormAction.class;
  }

  @Override
  public void act(Deed deed) {
    switch ((StormAction) deed.event().action()) {
      case StormAction.ShareLine share ->
          on(deed, incident -> incidents.share(deed, incident, share.line()));
      case StormAction.StormOver over -> on(deed, incident -> incidents.over(deed, incident));
      case StormAction.CloseRest close -> on(deed, incident -> incidents.closeRest(deed, incident));
      case StormAction.AskRest ask -> on(deed, incident -> incidents.askRest(deed, incident));
      case StormAction.HoldBack hold -> {
        if (mayPause(deed)) pausing.begin(deed, hold);
      }
      case StormAction.GoOnWith go -> {
        if (mayPause(deed)) pausing.goOn(deed, go.topic());
      }
      case StormAction.GoOn go -> {
        if (mayPause(deed)) meant(deed).ifPresent(pause -> pausing.goOn(deed, pause));
      }
    }
  }

  private interface Change {
    void of(Incident incident);
  }

  private static void on(Deed deed, Change change) {
    Optional<Incident> incident = Incidents.of(deed.work().books(), deed.event().on());
    if (incident.isEmpty()) {
      deed.work().tell("action.ignored", null, deed.event().id() + ": no such incident");
    } else if (!May.lead(deed.work().book(), incident.get().channel(), handle(deed))) {
      deed.whisper("storm", "whisper.not-yours", incident.get().channel());
    } else {
      change.of(incident.get());
      deed.work().refresh(Incidents.subject(incident.get().number()));
    }
  }

  private static Handle handle(Deed deed) {
    return deed.event().who().handle();
  }

  private static boolean mayPause(Deed deed) {
    if (May.pause(deed.work().book(), handle(deed))) return true;
    String channel = deed.work().book().house().fallbackChannel();
    deed.whisper("storm", "said.not-allowed", channel);
    return false;
  }

  private static Optional<Pause> meant(Deed deed) {
    Books books = deed.work().books();
    return Question.thingOf(books, deed.event().on(), Pausing.KIND)
        .flatMap(thing -> Pausing.of(books, thing.id()));
  }

  @Override
  public Set<FormKind> forms() {
    return EnumSet.of(FormKind.SHARED_LINE, FormKind.STORM_LIST);
  }

  @Override
  public Optional<Form> form(Question question) {
    return IncidentForms.form(question);
  }

  @Override
  public Submission read(Question question) {
    return IncidentForms.read(question);
  }

  @Override
  public Set<String> things() {
    return Set.of(Incidents.KIND, Pausing.KIND);
  }

  @Override
  public Optional<Showing> show(Look look, Placement card) {
    if (!(card.subject() instanceof Subject.Thing thing)) return Optional.empty();
    return thing.kind().equals(Pausing.KIND)
        ? Pausing.of(look.books(), thing.id())
            .map(pause -> Showing.of(PauseCard.write(look, pause, card.locale())))
        : Incidents.of(look.books(), thing.id())
            .map(incident -> Showing.of(IncidentCard.write(look, incident, card.locale())));
  }

  /** A post's own card tells that it is one of many. */
  @Override
  public void add(Look look, Story story, CardDraft card) {
    Phrases phrases = Phrases.of("storm", story.card().locale());
    incident(look.books(), story.ticket())
        .ifPresent(incident -> {
          String name = Matter.name(incident.matter(), look.rules().book(), phrases);
          int posts = look.books().storms().count(incident.number(), null);
          card.small(phrases.say("one-of-many", posts, name));
        });
  }

  private static Optional<Incident> incident(Books books, Ticket ticket) {
    return books
        .storms()
        .of(ticket.id())
        .map(Storms.Membership::incident)
        .flatMap(books.storms()::find);
  }

  @Override
  public void changed(Work work, @Nullable Ticket before, Ticket after) {
    if (before == null) weather.opened(work, after);
    else Incidents.follow(work, after);
  }

  @Override
  public boolean holds(Work work, Ticket ticket, Lane lane) {
    boolean inIncident =
        work.books().storms().of(ticket.id()).filter(member -> !member.released()).isPresent();
    return inIncident || pausing.holds(work, ticket, lane);
  }

  @Override
  public Optional<String> opening(Visit visit, Ticket ticket) {
    return incident(visit.books(), ticket).map(Incident::line).filter(line -> !line.isEmpty());
  }

  @Override
  public Set<String> timers() {
    return Set.of(Incidents.CALM, Incidents.CARD, Pausing.END);
  }

  @Override
  public void wake(Work work, Timers.Timer timer) {
    switch (timer.kind()) {
      case Incidents.CALM ->
          Incidents.of(work.books(), timer.id()).ifPresent(i -> incidents.wake(work, i));
      case Incidents.CARD ->
          Incidents.of(work.books(), timer.id())
              .ifPresent(i -> work.refresh(Incidents.subject(i.number())));
      default -> Pausing.of(work.books(), timer.id()).ifPresent(pause -> pausing.wake(work, pause));
    }
  }

  @Override
  public void add(Visit visit, PageDraft home) {
    StormTalk.home(visit, home);
  }

  @Override
  public Set<String> verbs() {
    return Set.of("storm", "uvær");
  }

  @Override
  public Said answer(Visit visit, String verb, String rest) {
    return StormTalk.answer(visit, rest);
  }

  /** The few that an incident's card shows, and those that a pause's end lists. */
  @Override
  public void erased(Work work, Erasure.Gone gone) {
    gone.tickets().stream()
        .flatMap(ticket -> work.books().storms().of(ticket).stream())
        .forEach(member -> work.refresh(Incidents.subject(member.incident())));
    work.books()
        .placements()
        .ofKind(Pausing.KIND, gone.post().receivedAt(), CARDS)
        .forEach(work::show);
  }
}
