package no.grenselos.invite;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Absence;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Profile;
import no.grenselos.reading.TopicId;
import no.grenselos.work.PageDraft;
import no.grenselos.work.Visit;

/** What stands in somebody's home about themselves, and how they change it. */
final class Home {
  private static final ChatEvent.On NOTHING = new ChatEvent.On.Nothing();

  private final Visit visit;
  private final Self self;
  private final Saying saying;
  private final PageDraft page;

  Home(Visit visit, PageDraft page) {
    this.visit = visit;
    this.page = page;
    this.self = Self.of(visit.books(), visit.book(), visit.who());
    this.saying = new Saying(visit.phrases("invite"), visit.book());
  }

  void write() {
    if (!self.listed()) {
      if (!saying.book().topics().isEmpty()) {
        page.row(saying.say("home.stranger"), Press.SAY_YES, saying.say("button.can"), NOTHING);
      }
    } else {
      new Waiting(visit, saying, page).write();
      topics();
      when();
      how();
    }
    if (visit.book().runs(visit.who().handle())) {
      page.divider()
          .row(saying.say("home.admin"), Press.INVITE, saying.say("button.invite"), NOTHING);
    }
  }

  private void topics() {
    page.heading(saying.say("home.topics"));
    Set<TopicId> muted = visit.books().directory().muted(self.expert().id());
    for (TopicId topic : saying.inOrder(self.expert().topics())) {
      boolean isMuted = muted.contains(topic);
      ChatEvent.On on = on(topic);
      if (isMuted) {
        page.row(
            saying.say("home.muted", saying.topic(topic)),
            Press.UNMUTE_TOPIC,
            saying.say("button.unmute"),
            on);
      } else {
        page.row(saying.topic(topic), Press.STOP_TOPIC, saying.say("button.stop"), on);
      }
    }
    self.proposal().ifPresent(this::proposed);
    String line = saying.say(self.asked() ? "home.more-topics" : "home.no-topics");
    page.row(line, Press.MY_TOPICS, saying.say("button.topics"), NOTHING);
  }

  private void proposed(Profile.Proposal proposal) {
    for (TopicId topic : saying.inOrder(proposal.topics())) {
      ChatEvent.On on = on(topic);
      String name = saying.topic(topic);
      String line =
          proposal.by().isEmpty()
              ? saying.say("more.why", name)
              : saying.say("more.why-by", proposal.by(), name);
      page.row(
          List.of(new Span.Plain(line)),
          List.of(
              new Card.Button.Act(Press.ADD_TOPIC, saying.say("button.add"), true, on),
              new Card.Button.Act(Press.REFUSE_TOPIC, saying.say("button.no"), false, on)),
          List.of());
    }
  }

  private static ChatEvent.On on(TopicId topic) {
    return new ChatEvent.On.About(new Subject.Thing("topic", topic.id()));
  }

  private void when() {
    Expert expert = self.expert();
    page.heading(saying.say("home.when"));
    rest();
    change(
        saying.say("home.hours", saying.hours(expert.hours()), expert.hours().zone().getId()),
        Press.MY_HOURS);
    change(saying.say("home.cap", saying.cap(expert.cap())), Press.MY_CAP);
    change(saying.say("home.languages", saying.languages(expert.languages())), Press.MY_LANGUAGES);
  }

  private void rest() {
    Absence absence = self.expert().manner().absence();
    Optional<Instant> paused = absence.paused(visit.now());
    Optional<Instant> onLeave = absence.onLeave(visit.now());
    if (paused.isPresent()) {
      resting("home.resting", paused.get());
    } else if (onLeave.isPresent()) {
      resting("home.on-leave", onLeave.get());
    } else {
      page.row(
          List.of(new Span.Plain(saying.say("home.rest"))),
          List.of(
              act(Press.REST_TODAY, "button.rest-today"),
              act(Press.REST_THIS_WEEK, "button.rest-week"),
              act(Press.REST_UNTIL, "button.rest-until")),
          List.of());
    }
  }

  private void resting(String line, Instant until) {
    page.row(
        List.of(new Span.Plain(saying.say(line) + " "), new Span.Moment(until)),
        List.of(act(Press.REST_OVER, "button.rest-over")),
        List.of());
  }

  private void how() {
    Expert expert = self.expert();
    page.heading(saying.say("home.how"));
    change(saying.say("level." + expert.level()), Press.MY_LEVEL);
    String digest =
        expert.manner().digest() == null
            ? saying.say("home.no-digest")
            : saying.say("home.digest", saying.day(expert.manner().digest()));
    change(digest, Press.MY_DIGEST);
    change(
        saying.say("home.speech", saying.language(expert.speaks().getLanguage())), Press.MY_SPEECH);
  }

  private void change(String line, Press press) {
    page.row(line, press, saying.say("button.change"), NOTHING);
  }

  private Card.Button act(Press press, String label) {
    return new Card.Button.Act(press, saying.say(label), false, NOTHING);
  }
}
