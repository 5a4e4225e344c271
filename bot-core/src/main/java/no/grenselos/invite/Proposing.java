package no.grenselos.invite;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Place;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Profile;
import no.grenselos.expert.Profile.Consent;
import no.grenselos.reading.TopicId;
import no.grenselos.store.Timers;
import no.grenselos.work.Work;
import org.jspecify.annotations.Nullable;

/**
 * Proposes to somebody that they be asked: introduces the bot once, within their hours, and takes
 * no for an answer. Whoever is asked already gets one card for each further topic.
 */
final class Proposing {
  /** Cards and timers: {@code invite:ana}. */
  static final String INVITE = "invite";

  /** Cards: {@code invite-topic:ana/heat-pumps}. */
  static final String TOPIC = "invite-topic";

  /** What becomes of a proposal. */
  enum Outcome {
    /** They will be asked. */
    ASKS,
    /** They have been asked and have not answered. */
    WAITS,
    /** They said yes to that before. */
    HAS,
    /** They said no to that before. */
    SAID_NO
  }

  /**
   * @param by null for the rule book
   */
  Outcome propose(Work work, ChatUser person, Set<TopicId> topics, @Nullable Colleague by) {
    Self self = Self.of(work.books(), work.book(), person);
    Profile profile = self.toChange(person, work.now());
    Profile.Proposal before = profile.proposal();
    Set<TopicId> wanted = new TreeSet<>(topics);
    wanted.removeAll(self.expert().topics());
    if (self.listed() && wanted.isEmpty()) return Outcome.HAS;
    wanted.removeAll(before.declined());
    boolean refused = before.consent() == Consent.NO && !self.asked();
    if (refused || wanted.isEmpty()) return Outcome.SAID_NO;
    if (before.topics().containsAll(wanted)) return Outcome.WAITS;
    Set<TopicId> open = new TreeSet<>(before.topics());
    open.addAll(wanted);
    // who said yes to topics that are no more is asked anew
    boolean anew = before.consent() == Consent.YES && !self.asked();
    Consent consent = anew ? Consent.PROPOSED : before.consent();
    String name = by == null ? "" : by.name();
    work.keep(
        profile.with(new Profile.Proposal(consent, before.since(), open, before.declined(), name)));
    work.note(
        by == null ? Work.GRENSELOS : by.id(),
        "invite.proposed",
        null,
        profile.id() + ": " + wanted);
    wanted.removeAll(before.topics());
    approach(work, self, profile.id(), wanted);
    return Outcome.ASKS;
  }

  private static void approach(Work work, Self self, ExpertId id, Set<TopicId> fresh) {
    Expert expert = self.expert();
    Instant from = expert.manner().absence().end(work.now()).orElse(work.now());
    Instant due = expert.hours().nextOpen(from);
    if (self.asked()) {
      fresh.forEach(topic -> work.wakeAt(INVITE, id.id() + "/" + topic.id(), due));
      work.refreshHome(self.handle());
    } else {
      work.wakeAt(INVITE, id.id(), due);
    }
  }

  /** The moment to introduce ourselves came, unless it is settled meanwhile. */
  void wake(Work work, Timers.Timer timer) {
    int slash = timer.id().lastIndexOf('/');
    String id = slash < 0 ? timer.id() : timer.id().substring(0, slash);
    Self self = Self.of(work.books(), work.book(), new ExpertId(id)).orElse(null);
    if (self == null || self.proposal().map(p -> p.topics().isEmpty()).orElse(true)) return;
    Subject.Thing subject = new Subject.Thing(slash < 0 ? INVITE : TOPIC, timer.id());
    work.place(subject, new Place.Direct(self.handle()));
  }

  /** The card that asks stands in their chat now. */
  static void arrived(Work work, ExpertId id) {
    work.books()
        .profiles()
        .find(id)
        .filter(profile -> profile.proposal().consent() == Consent.PROPOSED)
        .ifPresent(profile -> {
          work.keep(profile.with(profile.proposal().consenting(Consent.ASKED, work.now())));
          work.note(Work.GRENSELOS, "invite.asked", null, id.id());
        });
  }

  /** The rule book proposes some. */
  void obey(Work work) {
    for (Expert expert : work.written().experts()) {
      Set<TopicId> proposed = expert.manner().proposed();
      if (proposed.isEmpty()) continue;
      propose(work, new ChatUser(work.direct(expert).to(), ""), proposed, null);
    }
  }
}
