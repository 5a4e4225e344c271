package no.grenselos.invite;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.InviteAction;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Choices;
import no.grenselos.expert.Level;
import no.grenselos.expert.Profile;
import no.grenselos.expert.Profile.Consent;
import no.grenselos.reading.TopicId;
import no.grenselos.ticket.Offer;
import no.grenselos.work.Asking;
import no.grenselos.work.Deed;
import org.jspecify.annotations.Nullable;

/** What people choose for themselves: each change is kept, noted, and shown in their home. */
final class Choosing {
  /** How many of somebody's newest cards are looked through for what waits for them. */
  private static final int CARDS = 40;

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
      case InviteAction.SayNo no -> change.no(change.profile.proposal().topics());
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
        proposing.propose(deed.work(), propose.person(), propose.topics(), deed.who().name());
    String name =
        deed.work().book().colleague(propose.person().handle(), propose.person().name()).name();
    deed.whisper("invite", "whisper.proposed." + outcome, name);
  }

  /** The topic it was done on: a line of the home, or the card that proposes it. */
  private static Optional<TopicId> topic(Deed deed) {
    Subject subject =
        deed.event().on() instanceof ChatEvent.On.About about
            ? about.subject()
            : Optional.ofNullable(deed.card()).map(Placement::subject).orElse(null);
    if (!(subject instanceof Subject.Thing thing)) return Optional.empty();
    return Saying.known(deed.work().book(), thing.id().substring(thing.id().lastIndexOf('/') + 1));
  }

  private static @Nullable Instant until(Change change, InviteAction.Rest.Span span) {
    ZoneId zone = change.self.expert().hours().zone();
    LocalDate today = LocalDate.ofInstant(change.deed.work().now(), zone);
    return switch (span) {
      case TODAY -> today.plusDays(1).atStartOfDay(zone).toInstant();
      case THIS_WEEK ->
          today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).atStartOfDay(zone).toInstant();
      case OVER -> null;
    };
  }

  /** Somebody else is asked about what waits for them, so that nobody outside waits. */
  private void rest(Change change, @Nullable Instant until) {
    change.choose("rest", String.valueOf(until), c -> c.pausedUntil(until));
    if (until == null || !change.self.asked()) return;
    Place direct = new Place.Direct(change.self.handle());
    for (Placement card : change.deed.work().books().placements().in(direct, CARDS)) {
      if (card.offer() == null) continue;
      change
          .deed
          .work()
          .books()
          .offers()
          .find(card.offer())
          .filter(offer -> offer.end() == null)
          .ifPresent(offer -> stepAside(change.deed, offer));
    }
  }

  private void stepAside(Deed deed, Offer offer) {
    deed.work()
        .books()
        .tickets()
        .find(offer.ticket())
        .ifPresent(ticket -> asking.stepAside(deed.work(), ticket, offer.id()));
    deed.work().refresh(offer.ticket());
  }

  /** One change of one profile. */
  private record Change(Deed deed, Self self, Profile profile) {
    /** One alters another setting of somebody who said yes. */
    void choose(String what, Object chosen, UnaryOperator<Choices> alter) {
      if (!self.listed()) {
        deed.whisper("invite", "whisper.not-yet");
        return;
      }
      keep(profile.with(alter.apply(profile.choices())), "profile." + what, chosen.toString());
    }

    void yes(InviteAction.SayYes yes) {
      Set<TopicId> topics = known(yes.topics());
      if (topics.isEmpty()) {
        deed.whisper("invite", "whisper.no-topic");
        return;
      }
      int day = Math.max(self.expert().cap().day(), (yes.week() + 4) / 5);
      Choices choices =
          profile
              .choices()
              .topics(topics)
              .languages(yes.languages())
              .times(yes.times())
              .cap(new Cap(day, yes.week()))
              .level(yes.level());
      // whoever only reads along would else never hear of anything
      boolean noDigest = choices.digest() == null && self.expert().manner().digest() == null;
      if (yes.level() == Level.WATCH && noDigest) choices = choices.digest(DayOfWeek.FRIDAY);
      unmute(topics);
      Profile agreed = agreed(topics).with(choices);
      Profile.Proposal settled = agreed.proposal().declining(agreed.proposal().topics());
      keep(agreed.with(settled), "invite.yes", topics.toString());
    }

    void add(TopicId topic) {
      if (!self.listed()) {
        deed.whisper("invite", "whisper.not-yet");
        return;
      }
      Set<TopicId> topics = Proposing.sorted(self.expert().topics());
      topics.add(topic);
      unmute(Set.of(topic));
      keep(
          agreed(topics).with(profile.choices().topics(topics)), "profile.topic-added", topic.id());
    }

    void stop(TopicId topic) {
      if (!self.expert().topics().contains(topic)) return;
      Set<TopicId> topics = Proposing.sorted(self.expert().topics());
      topics.remove(topic);
      topics(topics);
    }

    void topics(Set<TopicId> chosen) {
      if (!self.listed()) {
        deed.whisper("invite", "whisper.not-yet");
        return;
      }
      Set<TopicId> topics = known(chosen);
      Set<TopicId> stopped = Proposing.sorted(self.expert().topics());
      stopped.removeAll(topics);
      Profile.Proposal proposal = agreed(topics).proposal().declining(stopped);
      if (topics.isEmpty()) proposal = proposal.consenting(Consent.NO, deed.work().now());
      unmute(topics);
      keep(
          profile.with(proposal).with(profile.choices().topics(topics)),
          "profile.topics",
          topics.toString());
    }

    /** They said yes to these; what was proposed besides is open no more where they chose. */
    private Profile agreed(Set<TopicId> topics) {
      Profile.Proposal before = profile.proposal();
      Set<TopicId> declined = Proposing.sorted(before.declined());
      declined.removeAll(topics);
      return profile.with(
          new Profile.Proposal(
                  Consent.YES,
                  before.consent() == Consent.YES ? before.since() : deed.work().now(),
                  before.topics(),
                  declined,
                  before.by())
              .without(topics));
    }

    void no(Set<TopicId> topics) {
      Profile.Proposal after = profile.proposal().declining(topics);
      if (!self.asked()) after = after.consenting(Consent.NO, deed.work().now());
      keep(profile.with(after), "invite.no", topics.toString());
    }

    void unmute(TopicId topic) {
      unmute(Set.of(topic));
      deed.note("topic.unmuted", topic.id());
      deed.work().refreshHome(self.handle());
    }

    private void unmute(Set<TopicId> topics) {
      topics.forEach(topic -> deed.work().books().directory().unmute(self.expert().id(), topic));
    }

    private Set<TopicId> known(Set<TopicId> topics) {
      Set<TopicId> known = Proposing.sorted(topics);
      known.removeIf(topic -> deed.work().book().topic(topic).isEmpty());
      return known;
    }

    private void keep(Profile changed, String what, String detail) {
      Set<TopicId> open = Proposing.sorted(profile.proposal().topics());
      open.addAll(changed.proposal().declined());
      open.addAll(self.expert().topics());
      deed.work().keep(changed);
      deed.note(what, detail);
      String id = changed.id().id();
      deed.work().refresh(new Subject.Thing(Proposing.INVITE, id));
      for (TopicId topic : open) {
        deed.work().refresh(new Subject.Thing(Proposing.TOPIC, id + "/" + topic.id()));
      }
      deed.work().refreshHome(self.handle());
    }
  }
}
