package no.grenselos.invite;

import java.time.DayOfWeek;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import no.grenselos.chat.InviteAction;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Choices;
import no.grenselos.expert.Level;
import no.grenselos.expert.Profile;
import no.grenselos.expert.Profile.Consent;
import no.grenselos.reading.TopicId;
import no.grenselos.work.Deed;

/**
 * One change of one profile: kept, noted, and shown in their home and on their cards.
 *
 * @param profile as it was before
 */
record Change(Deed deed, Self self, Profile profile) {
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
    Set<TopicId> topics = new TreeSet<>(self.expert().topics());
    topics.add(topic);
    unmute(Set.of(topic));
    keep(agreed(topics).with(profile.choices().topics(topics)), "profile.topic-added", topic.id());
  }

  void stop(TopicId topic) {
    if (!self.listed()) {
      deed.whisper("invite", "whisper.not-yet");
      return;
    }
    if (!self.expert().topics().contains(topic)) return;
    Set<TopicId> topics = new TreeSet<>(self.expert().topics());
    topics.remove(topic);
    topics(topics);
  }

  void topics(Set<TopicId> chosen) {
    if (!self.listed()) {
      deed.whisper("invite", "whisper.not-yet");
      return;
    }
    Set<TopicId> topics = known(chosen);
    Set<TopicId> stopped = new TreeSet<>(self.expert().topics());
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
    Set<TopicId> declined = new TreeSet<>(before.declined());
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
    if (!self.listed()) {
      deed.whisper("invite", "whisper.not-yet");
      return;
    }
    unmute(Set.of(topic));
    deed.note("topic.unmuted", topic.id());
    deed.work().refreshHome(self.handle());
  }

  private void unmute(Set<TopicId> topics) {
    topics.forEach(topic -> deed.work().books().directory().unmute(self.expert().id(), topic));
  }

  private Set<TopicId> known(Set<TopicId> topics) {
    Set<TopicId> known = new TreeSet<>(topics);
    known.removeIf(topic -> deed.work().book().topic(topic).isEmpty());
    return known;
  }

  private void keep(Profile changed, String what, String detail) {
    Set<TopicId> open = new TreeSet<>(profile.proposal().topics());
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
