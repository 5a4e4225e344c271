package no.grenselos.invite;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.InviteAction;
import no.grenselos.chat.Subject;
import no.grenselos.reading.TopicId;
import no.grenselos.ticket.Offer;
import no.grenselos.work.Asking;
import no.grenselos.work.Deed;
import no.grenselos.work.Question;
import org.jspecify.annotations.Nullable;

/** What people choose for themselves: each change is kept, noted, and shown in their home. */
final class Choosing {
  private final Proposing proposing;
  private final Asking asking;

  Choosing(Proposing proposing, Asking asking) {
    this.proposing = proposing;
    this.asking = asking;
  }

  void act(Deed deed, InviteAction action) {
    Self self = Self.of(deed.work().books(), deed.work().book(), deed.event().who());
    Change change = new Change(deed, self, self.toChange(deed.event().who(), deed.work().now()));
    switch (action) {
      case InviteAction.Propose propose -> propose(deed, propose);
      case InviteAction.SayYes yes -> change.yes(yes);
      case InviteAction.SayNo no -> change.no(change.profile().proposal().topics());
      case InviteAction.AddTopic add -> topic(deed).ifPresent(change::add);
      case InviteAction.RefuseTopic refuse ->
          topic(deed).ifPresent(topic -> change.no(Set.of(topic)));
      case InviteAction.StopTopic stop -> topic(deed).ifPresent(change::stop);
      case InviteAction.UnmuteTopic unmute -> topic(deed).ifPresent(change::unmute);
      case InviteAction.ChooseTopics topics -> change.topics(topics.topics());
      case InviteAction.ChooseLanguages chosen ->
          change.choose("languages", chosen.languages(), c -> c.languages(chosen.languages()));
      case InviteAction.ChooseHours chosen ->
          change.choose(
              "hours",
              chosen.times() + " " + chosen.zone(),
              c -> c.times(chosen.times()).zone(chosen.zone()));
      case InviteAction.ChooseCap chosen ->
          change.choose("cap", chosen.cap(), c -> c.cap(chosen.cap()));
      case InviteAction.ChooseLevel chosen ->
          change.choose("level", chosen.level(), c -> c.level(chosen.level()));
      case InviteAction.ChooseSpeech chosen ->
          change.choose("speech", chosen.speaks(), c -> c.speaks(chosen.speaks()));
      case InviteAction.ChooseDigest chosen ->
          change.choose("digest", String.valueOf(chosen.day()), c -> c.digest(chosen.day()));
      case InviteAction.Rest rest -> rest(change, until(change, rest.span()));
      case InviteAction.RestUntil rest -> rest(change, rest.until());
    }
  }

  private void propose(Deed deed, InviteAction.Propose propose) {
    if (!deed.work().book().runs(deed.event().who().handle())) {
      deed.whisper("invite", "whisper.not-admin");
      return;
    }
    Proposing.Outcome outcome =
        proposing.propose(deed.work(), propose.person(), propose.topics(), deed.who());
    String name =
        deed.work().book().colleague(propose.person().handle(), propose.person().name()).name();
    deed.whisper("invite", "whisper.proposed." + outcome, name);
  }

  /** The topic it was done on: a line of the home, or the card that proposes it. */
  private static Optional<TopicId> topic(Deed deed) {
    Optional<Subject> subject = Question.subjectOf(deed.work().books(), deed.event().on());
    if (!(subject.orElse(null) instanceof Subject.Thing thing)) return Optional.empty();
    return deed.work().book().known(thing.id().substring(thing.id().lastIndexOf('/') + 1));
  }

  private static @Nullable Instant until(Change change, InviteAction.Rest.Span span) {
    ZoneId zone = change.self().expert().hours().zone();
    LocalDate today = LocalDate.ofInstant(change.deed().work().now(), zone);
    return switch (span) {
      case TODAY -> today.plusDays(1).atStartOfDay(zone).toInstant();
      case THIS_WEEK ->
          today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).atStartOfDay(zone).toInstant();
      case OVER -> null;
    };
  }

  /** Somebody else is asked about what waits for them, so that nobody outside waits. */
  private void rest(Change change, @Nullable Instant until) {
    Instant now = change.deed().work().now();
    change.choose(
        "rest", String.valueOf(until), c -> until == null ? c.back(now) : c.pausedUntil(until));
    if (until == null || !change.self().asked()) return;
    change
        .deed()
        .work()
        .books()
        .offers()
        .running(change.self().expert().id())
        .forEach(offer -> stepAside(change.deed(), offer));
  }

  private void stepAside(Deed deed, Offer offer) {
    deed.work()
        .books()
        .tickets()
        .find(offer.ticket())
        .ifPresent(ticket -> asking.stepAside(deed.work(), ticket, offer.id()));
    deed.work().refresh(offer.ticket());
  }
}
